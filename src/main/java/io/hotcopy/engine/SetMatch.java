package io.hotcopy.engine;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.SetId;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Whether sets are those that an incremental or journal hot copy may write into (protocol §1, §4). */
final class SetMatch {

    private SetMatch() {}

    /** What keeps an element from being written there, as far as the disk tells; in the words of the failure itself. */
    static Optional<Problem> obstacle(HotCopyStep.Member planned) {
        try {
            requirePlanned(BackupSet.identity(planned.directory()), planned);
            require(
                    Files.isWritable(planned.directory()),
                    "cannot write into backup set \"" + planned.directory() + "\": permission denied",
                    "Check the owner and the permissions of that path.");
            return Optional.empty();
        } catch (HotCopyException refused) {
            return Optional.of(
                    new Problem(Problem.Severity.ERROR, refused.getMessage(), refused.hints(), Optional.empty()));
        }
    }

    private static void requirePlanned(SetFacts set, HotCopyStep.Member planned) {
        require(
                planned.set().equals(Optional.of(set.id())),
                "backup set \"" + planned.directory() + "\" is set " + set.id() + ", the plan says set "
                        + planned.set().map(SetId::toString).orElse("(none)"),
                "Plan again: something else lies in that directory now.");
    }

    /** Refuses a set that is not the planned one, or not of this archive in this life of this database. */
    static void requireOwn(SetFacts set, Part part) {
        ArchiveCopy copy = part.copy();
        String found = "backup set \"" + part.directory() + "\" is ";
        requirePlanned(set, part.planned());
        require(
                set.databaseUuid().equals(copy.databaseUuid()),
                found + "of database " + set.databaseUuid() + ", archive " + part.archive() + " of database "
                        + copy.databaseUuid(),
                "Take a full hot copy of this database first.");
        require(
                set.archiveUuid().equals(copy.archiveUuid()),
                found + "of archive " + set.archiveUuid() + ", archive " + part.archive() + " is archive "
                        + copy.archiveUuid(),
                "Name a backup set of that archive, or take a full hot copy of it first.");
        require(
                set.lineage().equals(copy.lineage()),
                found + "of lineage " + set.lineage().id() + ", the database lives in lineage "
                        + copy.lineage().id(),
                "The database was restored since then: take a full hot copy first.");
    }

    private static void require(boolean fits, String message, String hint) {
        if (!fits) {
            throw new HotCopyException(message, hint);
        }
    }

    /** Refuses sets of which not all were made by one hot copy: their elements would never make a whole. */
    static void requireOneCollection(List<SetFacts> sets) {
        SetFacts first = sets.get(0);
        for (SetFacts other : sets) {
            ElementId collection = other.collection();
            require(
                    collection.equals(first.collection()),
                    "Backup sets of different backup collections cannot be mixed: \"" + first.location()
                            + "\" is of collection " + first.collection() + ", \"" + other.location()
                            + "\" of collection " + collection,
                    "Name the sets that one full hot copy has made.");
        }
    }
}
