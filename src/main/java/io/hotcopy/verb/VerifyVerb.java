package io.hotcopy.verb;

import io.hotcopy.catalog.Selection;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.verify.Depth;
import io.hotcopy.verify.Verdict;
import io.hotcopy.verify.Verifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code verify}: whether sets can be restored; a drill restores them into scratch, everything else changes nothing.
 */
public final class VerifyVerb {
    private final Session session;

    VerifyVerb(Session session) {
        this.session = session;
    }

    public VerifyResult run(VerifyRequest request, ProgressListener progress) {
        if (request.sets().words().stream()
                .allMatch(word -> session.planned().collection(word).isPresent())) {
            return new VerifyResult(true, request.depth(), List.of());
        }
        Verifier verifier = session.verifier();
        List<Selection> chosen = new Shelves(session, request.sets().below())
                .select(request.sets().words());
        if (session.isDryRun() && request.depth() == Depth.DRILL) {
            return new VerifyResult(true, request.depth(), List.of());
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (Selection selection : chosen) {
            io.hotcopy.verify.VerifyRequest asked = new io.hotcopy.verify.VerifyRequest(
                    selection.locations(), request.depth(), new RestoreTarget.Latest(), scratch(request, selection));
            verdicts.add(Cancelling.telling(
                    "the verification",
                    request.depth() == Depth.DRILL
                            ? "Nothing is said of the sets, which are as they were; what the drill had made is removed."
                            : "Nothing is said of the sets, which are as they were.",
                    () -> verifier.verify(asked, progress)));
        }
        return new VerifyResult(false, request.depth(), List.copyOf(verdicts));
    }

    private Optional<Path> scratch(VerifyRequest request, Selection selection) {
        if (request.depth() != Depth.DRILL) {
            return Optional.empty();
        }
        long now = session.surroundings().clock().millis();
        return Optional.of(request.scratch()
                .map(session::resolve)
                .orElseGet(() -> selection.locations().get(0).resolveSibling("drill-" + now)));
    }
}
