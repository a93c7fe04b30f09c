package io.hotcopy.verb;

import java.util.Optional;

/**
 * Which storage manager.
 *
 * @param archive the number of its archive
 * @param database which of the databases; empty for the only one
 */
public record StorageManagerRequest(String archive, Optional<String> database) {

    /** Of the only database. */
    public static StorageManagerRequest of(String archive) {
        return new StorageManagerRequest(archive, Optional.empty());
    }
}
