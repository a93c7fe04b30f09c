package io.hotcopy.catalog;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.DamagedSetException;
import io.hotcopy.backupset.NotASetException;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.backupset.SetRemoval;
import io.hotcopy.backupset.TooNewSetException;
import io.hotcopy.problem.HotCopyException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One set that was found.
 *
 * @param location where it lies
 * @param state what its seals tell; never incomplete, which only a collection can be
 * @param facts what it is, with its elements unless they cannot be read; empty when nothing can be read
 * @param trouble why it is not complete, in words
 */
public record CatalogSet(Path location, SetState state, Optional<SetFacts> facts, Optional<String> trouble) {

    /** Looks at a directory; empty when it is not a set and never was. */
    public static Optional<CatalogSet> at(Path location) {
        if (BackupSet.isBarelyBegun(location)) {
            return Optional.of(halfMade(location, Optional.empty()));
        }
        if (SetRemoval.stage(location).isPresent()) {
            return Optional.of(expired(location));
        }
        Optional<SetFacts> identity = Optional.empty();
        try {
            identity = Optional.of(BackupSet.identity(location));
            return Optional.of(of(BackupSet.open(location)));
        } catch (NotASetException foreign) {
            return Optional.empty();
        } catch (HotCopyException trouble) {
            return Optional.of(new CatalogSet(location, stateOf(trouble), identity, Optional.of(trouble.getMessage())));
        }
    }

    private static CatalogSet of(BackupSet set) {
        Path location = set.facts().location();
        return set.state() == BackupSet.State.HALF_MADE
                ? halfMade(location, Optional.of(set.facts()))
                : new CatalogSet(location, SetState.COMPLETE, Optional.of(set.facts()), Optional.empty());
    }

    private static CatalogSet halfMade(Path location, Optional<SetFacts> facts) {
        boolean hasJournals = facts.filter(known -> !known.elements().isEmpty()).isPresent();
        String trouble = "its full was not published: still running, failed, or cancelled"
                + (hasJournals ? "; its journals carry older sets further" : "");
        return new CatalogSet(location, SetState.HALF_MADE, facts, Optional.of(trouble));
    }

    private static CatalogSet expired(Path location) {
        Optional<SetFacts> identity;
        try {
            identity = Optional.of(BackupSet.identityOfExpired(location));
        } catch (HotCopyException alsoGone) {
            identity = Optional.empty();
        }
        return new CatalogSet(
                location, SetState.EXPIRED, identity, Optional.of("it is being deleted; expire goes on with it"));
    }

    private static SetState stateOf(HotCopyException trouble) {
        if (trouble instanceof DamagedSetException) {
            return SetState.DAMAGED;
        }
        return trouble instanceof TooNewSetException ? SetState.TOO_NEW : SetState.UNREADABLE;
    }
}
