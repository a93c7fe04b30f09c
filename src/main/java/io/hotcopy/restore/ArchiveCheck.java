package io.hotcopy.restore;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What looking an archive over has found.
 *
 * @param identity whose archive it is; empty when that cannot be read
 * @param holds every commit up to this one is in its records; empty when they cannot be read
 * @param storageGroups those whose records were read and added up
 * @param errors what is damaged, each a sentence that names file or storage group
 * @param notes what is worth knowing and no damage, each a sentence
 */
public record ArchiveCheck(
        Optional<Identity> identity,
        Optional<CommitNumber> holds,
        SortedSet<StorageGroupName> storageGroups,
        List<String> errors,
        List<String> notes) {

    public ArchiveCheck {
        storageGroups = Collections.unmodifiableSortedSet(new TreeSet<>(storageGroups));
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }

    /** Whose archive it is. */
    public record Identity(DatabaseName database, ArchiveId archive) {}

    public boolean isDamaged() {
        return !errors.isEmpty();
    }
}
