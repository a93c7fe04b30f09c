package io.hotcopy.embedded;

import io.hotcopy.term.ArchiveId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What a start is told beyond the declaration.
 *
 * @param lost per database, the archives that are declared lost: they are not looked at, and the database starts even
 *     if a storage group has no other member, then in a new lineage
 * @param restored per database, a restored archive, or a directory that holds several named {@code archive-<id>}; moved
 *     into the domain's home before the first start
 */
public record StartOptions(Map<String, Set<ArchiveId>> lost, Map<String, Path> restored) {

    /** Nothing lost, nothing restored. */
    public static final StartOptions NONE = new StartOptions(Map.of(), Map.of());

    public StartOptions {
        lost = Map.copyOf(lost);
        restored = Map.copyOf(restored);
    }

    /** Declares archives of one database lost. */
    public static StartOptions lost(String database, Set<ArchiveId> archives) {
        return new StartOptions(Map.of(database, Set.copyOf(archives)), Map.of());
    }

    /** Begins a database on restored archives. */
    public static StartOptions restored(String database, Path directory) {
        return new StartOptions(Map.of(), Map.of(database, directory));
    }
}
