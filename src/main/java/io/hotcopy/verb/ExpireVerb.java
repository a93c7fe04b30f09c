package io.hotcopy.verb;

import io.hotcopy.backupset.SetRemoval.Stage;
import io.hotcopy.catalog.CatalogSet;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.problem.Problem;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.retention.Expiry;
import io.hotcopy.retention.ExpiryDecision;
import io.hotcopy.verb.ExpireResult.OfDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code expire}: says what may be deleted by the policies' retention and what stays, and why; deletes it. It refuses,
 * doing nothing, when what must stay restorable would not; and never deletes a set that is held or in use.
 */
public final class ExpireVerb {
    private final Session session;

    ExpireVerb(Session session) {
        this.session = session;
    }

    /**
     * @throws DeclinedException when the preview is not agreed to
     * @throws HotCopyException when it is refused, for what must stay restorable would not
     */
    public ExpireResult run(ExpireRequest request, Confirmation confirmation, ProgressListener progress) {
        Chosen chosen = new Choice(session).of(request.what());
        requirePast(request.restorableFrom());
        List<ExpireWorld> worlds = chosen.policies().stream()
                .map(name -> chosen.declared().policy(name).orElseThrow())
                .map(BackupPolicy::protects)
                .distinct()
                .map(database -> new ExpireWorld(session, database, chosen.declared(), request.restorableFrom()))
                .toList();
        if (!session.isDryRun()) {
            worlds.forEach(world -> ExpireRun.giveBack(ExpireWorld.begun(world.look(), Stage.CLAIMED)));
        }
        ExpireResult preview =
                new ExpireResult(true, worlds.stream().map(ExpireVerb::preview).toList());
        if (session.isDryRun() || preview.isIdle()) {
            return session.isDryRun() ? preview : new ExpireResult(false, preview.databases());
        }
        if (!confirmation.agrees(preview)) {
            throw new DeclinedException();
        }
        return carryOut(worlds, preview, progress);
    }

    private ExpireResult carryOut(List<ExpireWorld> worlds, ExpireResult preview, ProgressListener progress) {
        List<OfDatabase> done = new ArrayList<>();
        for (int index = 0; index < worlds.size(); index++) {
            OfDatabase agreed = preview.databases().get(index);
            done.add(new ExpireRun(session, worlds.get(index), agreed, progress).run());
        }
        return new ExpireResult(false, done);
    }

    private static OfDatabase preview(ExpireWorld world) {
        List<CatalogSet> found = world.look();
        ExpiryDecision decision = Expiry.decide(world.request(found, Map.of()));
        requireNoRefusal(decision);
        List<Path> unfinished = ExpireWorld.begun(found, Stage.EXPIRED);
        return new OfDatabase(world.database(), decision, unfinished, List.of(), List.of());
    }

    /** What is refused is refused as a whole. */
    static void requireNoRefusal(ExpiryDecision decision) {
        if (decision.refusal().isPresent()) {
            Problem refusal = decision.refusal().orElseThrow();
            throw new HotCopyException(refusal.message(), refusal.hints().toArray(String[]::new));
        }
    }

    private void requirePast(List<Instant> restorableFrom) {
        Instant now = session.surroundings().clock().instant();
        restorableFrom.stream().filter(from -> from.isAfter(now)).findFirst().ifPresent(from -> {
            throw new HotCopyException(
                    "nothing can be restorable from " + from + " on, for that is not over yet",
                    "--keep restorable-from=TIME takes a time in the past.");
        });
    }
}
