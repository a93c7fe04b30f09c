package io.hotcopy.simulate.reality;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.SetFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads the sets below a directory again and again; one to which no element has come since is not read once more, for
 * what is published is never changed.
 */
final class SetsOnDisk {

    private final Path backups;
    private final Map<Path, Known> known = new HashMap<>();

    /** A set as it was read when it held these names. */
    private record Known(SortedSet<String> names, SetFacts facts) {}

    SetsOnDisk(Path backups) {
        this.backups = backups;
    }

    /** All sets that are there now: each lies in the directory of its backup group in that of its region. */
    List<SetFacts> read() {
        List<SetFacts> sets = new ArrayList<>();
        for (Path region : children(backups)) {
            for (Path group : children(region)) {
                children(group).forEach(set -> sets.add(read(set)));
            }
        }
        return sets;
    }

    private SetFacts read(Path set) {
        SortedSet<String> names = new TreeSet<>();
        children(set).forEach(child -> names.add(child.getFileName().toString()));
        Known last = known.get(set);
        if (last == null || !last.names().equals(names)) {
            last = new Known(names, BackupSet.open(set).facts());
            known.put(set, last);
        }
        return last.facts();
    }

    private static List<Path> children(Path directory) {
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
