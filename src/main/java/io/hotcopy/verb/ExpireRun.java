package io.hotcopy.verb;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.backupset.SetRemoval;
import io.hotcopy.backupset.SetRemoval.Stage;
import io.hotcopy.backupset.SetUse;
import io.hotcopy.catalog.CatalogSet;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressEvent.StageEntered;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.retention.Expiry;
import io.hotcopy.retention.ExpiryDecision;
import io.hotcopy.retention.ExpiryRequest;
import io.hotcopy.retention.Fate;
import io.hotcopy.retention.StoredSet;
import io.hotcopy.term.ElementId;
import io.hotcopy.verb.ExpireResult.OfDatabase;
import io.hotcopy.verify.Depth;
import io.hotcopy.verify.Outcome;
import io.hotcopy.verify.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Deletes what was agreed to. Everything is looked at once more with the sets in hand that are to go: those that are in
 * use stay, and so does what may not go any more. Then they are claimed, all of them, so that nobody finds them; and
 * only when what is left without them still gives what must stay restorable is anything deleted. Of two that claim at
 * the same time what each other needs, at least one sees the other's claim, and gives its own back.
 */
final class ExpireRun {
    private final Session session;
    private final ExpireWorld world;
    private final OfDatabase agreed;
    private final ProgressListener progress;
    private final Map<Path, SetUse> inHand = new LinkedHashMap<>();
    private final Map<Path, String> used = new HashMap<>();
    private final List<String> spared = new ArrayList<>();
    private final List<Path> deleted = new ArrayList<>();

    ExpireRun(Session session, ExpireWorld world, OfDatabase agreed, ProgressListener progress) {
        this.session = session;
        this.world = world;
        this.agreed = agreed;
        this.progress = progress;
    }

    OfDatabase run() {
        try {
            verifyNewest();
            finish(agreed.unfinished());
            expire();
            return new OfDatabase(agreed.database(), agreed.decision(), agreed.unfinished(), deleted, spared);
        } finally {
            inHand.values().forEach(SetUse::close);
        }
    }

    // ---- the newest complete collection, which is all there may be on the bad day, is sound

    private void verifyNewest() {
        for (ElementId collection : agreed.decision().toVerify()) {
            List<Path> sets = agreed.decision().fates().stream()
                    .filter(fate -> fate.collection().equals(collection))
                    .flatMap(fate -> fate.sets().stream())
                    .map(set -> set.facts().location())
                    .toList();
            Verdict verdict = session.verifier()
                    .verify(
                            new io.hotcopy.verify.VerifyRequest(
                                    sets, Depth.CHECKSUMS, new RestoreTarget.ToElement(collection), Optional.empty()),
                            progress);
            if (verdict.outcome() != Outcome.VALID) {
                throw new HotCopyException(
                        "nothing is deleted: the newest complete collection, " + collection + ", is "
                                + verdict.outcome().word(),
                        "verify " + collection + " says why.",
                        "backup --run full takes another one; then expire again.");
            }
        }
    }

    // ---- what an earlier expire left

    /** Claims of an expire that was broken off before it deleted anything. */
    static void giveBack(List<Path> claimed) {
        for (Path set : stillAt(claimed, Stage.CLAIMED)) {
            try (SetUse alone = SetUse.alone(set).orElse(null)) {
                if (alone != null && SetRemoval.stage(set).equals(Optional.of(Stage.CLAIMED))) {
                    new SetRemoval(set).giveBack();
                }
            }
        }
    }

    /** Another expire may have come further with them, or to their end. */
    private static List<Path> stillAt(List<Path> begun, Stage stage) {
        return begun.stream()
                .filter(set -> SetRemoval.stage(set).equals(Optional.of(stage)))
                .toList();
    }

    private void finish(List<Path> unfinished) {
        for (Path set : stillAt(unfinished, Stage.EXPIRED)) {
            try (SetUse alone = SetUse.alone(set).orElse(null)) {
                if (alone == null) {
                    spared.add("\"" + set + "\" is being deleted by somebody else");
                } else if (SetRemoval.stage(set).equals(Optional.of(Stage.EXPIRED))) {
                    foreign(set).ifPresentOrElse(spared::add, () -> delete(set));
                }
            }
        }
    }

    // ---- what goes

    private void expire() {
        progress.on(new StageEntered("delete backup sets"));
        List<Fate> going = inHand(agreed.decision().going());
        ExpiryRequest before = world.request(world.look(), used);
        going = stillGoing(going, Expiry.decide(before));
        List<SetRemoval> claimed = claim(going);
        try {
            requireProof(before, going);
        } catch (RuntimeException | Error refused) {
            claimed.forEach(SetRemoval::giveBack);
            throw refused;
        }
        claimed.forEach(SetRemoval::condemn);
        paths(going).forEach(this::delete);
    }

    /** Takes the sets of each collection, all or none. */
    private List<Fate> inHand(List<Fate> fates) {
        List<Fate> free = new ArrayList<>();
        for (Fate fate : fates) {
            Optional<String> obstacle = take(fate);
            if (obstacle.isEmpty()) {
                free.add(fate);
            } else {
                spare(fate, obstacle.orElseThrow());
            }
        }
        return free;
    }

    private Optional<String> take(Fate fate) {
        for (StoredSet set : fate.sets()) {
            Path location = set.facts().location();
            Optional<SetUse> alone = SetUse.alone(location);
            if (alone.isEmpty()) {
                used.put(location, "somebody reads from it or writes into it");
                return Optional.of("\"" + location + "\" is in use");
            }
            inHand.put(location, alone.orElseThrow());
            Optional<String> foreign = foreign(location);
            if (foreign.isPresent()) {
                return foreign;
            }
        }
        return Optional.empty();
    }

    private void spare(Fate fate, String why) {
        spared.add("collection " + fate.collection() + " stays: " + why);
        for (StoredSet set : fate.sets()) {
            Optional.ofNullable(inHand.remove(set.facts().location())).ifPresent(SetUse::close);
        }
    }

    /** Why it is not deleted: nobody knows what that is. */
    private static Optional<String> foreign(Path set) {
        return new SetRemoval(set)
                .foreign()
                .map(file -> "\"" + set + "\" holds what no hot copy has put there: \"" + file + "\"");
    }

    /** Of what was agreed to, what may go as things are now. */
    private List<Fate> stillGoing(List<Fate> agreedTo, ExpiryDecision now) {
        ExpireVerb.requireNoRefusal(now);
        Map<ElementId, Fate> fates =
                now.fates().stream().collect(Collectors.toMap(Fate::collection, fate -> fate, (one, other) -> one));
        List<Fate> going = new ArrayList<>();
        for (Fate fate : agreedTo) {
            Optional<Fate> again = Optional.ofNullable(fates.get(fate.collection()));
            boolean same = again.filter(found -> locations(found).equals(locations(fate)))
                    .isPresent();
            if (same && again.orElseThrow().goes()) {
                going.add(fate);
            } else {
                spare(fate, same ? again.orElseThrow().reasons().get(0).words() : "it has changed meanwhile");
            }
        }
        return going;
    }

    private static Set<Path> locations(Fate fate) {
        return fate.sets().stream().map(set -> set.facts().location()).collect(Collectors.toSet());
    }

    private static List<Path> paths(List<Fate> fates) {
        return fates.stream()
                .flatMap(fate -> fate.sets().stream())
                .map(set -> set.facts().location())
                .toList();
    }

    private List<SetRemoval> claim(List<Fate> going) {
        List<SetRemoval> claimed = new ArrayList<>();
        try {
            for (Path set : paths(going)) {
                SetRemoval removal = new SetRemoval(set);
                removal.claim();
                claimed.add(removal);
            }
            return claimed;
        } catch (RuntimeException | Error failed) {
            claimed.forEach(SetRemoval::giveBack);
            throw failed;
        }
    }

    private void requireProof(ExpiryRequest before, List<Fate> going) {
        Set<Path> left = world.look().stream()
                .filter(ExpireWorld::isThere)
                .map(CatalogSet::location)
                .collect(Collectors.toSet());
        if (!going.isEmpty() && !Expiry.proof(before, left).holds()) {
            throw new HotCopyException(
                    "nothing is deleted: meanwhile other sets are gone, without which less could be restored",
                    "Expire again: it looks at what is there then.");
        }
    }

    private void delete(Path set) {
        Optional<SetFacts> facts = identity(set);
        new SetRemoval(set).delete();
        deleted.add(set);
        facts.ifPresent(this::forget);
    }

    /** The set is gone all the same; what the index says of it, {@code catalog missing} tells. */
    private void forget(SetFacts gone) {
        try {
            session.index().remove(gone.id());
        } catch (HotCopyException trouble) {
            session.surroundings().events().accept("the catalog index was not kept: " + trouble.getMessage());
        }
    }

    private static Optional<SetFacts> identity(Path set) {
        return CatalogSet.at(set).flatMap(CatalogSet::facts);
    }
}
