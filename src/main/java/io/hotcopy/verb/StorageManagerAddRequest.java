package io.hotcopy.verb;

import java.nio.file.Path;
import java.util.List;

/**
 * A storage manager that a running database is to get.
 *
 * @param which the number of its archive, one that none has now, and its database
 * @param host one of the domain's
 * @param groups the storage groups that it is to serve; none for all that there are
 * @param directory where its archive is to lie, or lies: outside of the domain's home
 * @param restored whether a restored archive lies there, of any number; else nothing may
 */
public record StorageManagerAddRequest(
        StorageManagerRequest which, String host, List<String> groups, Path directory, boolean restored) {

    public StorageManagerAddRequest {
        groups = List.copyOf(groups);
    }
}
