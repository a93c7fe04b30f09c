package io.hotcopy.embedded.changes;

import io.hotcopy.embedded.sealed.SealedYaml;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** How running fingerprints are written down: by group, then by table id. */
final class TableFingerprintsYaml {

    private static final SealedYaml YAML = new SealedYaml("hotcopy-table-fingerprints", 1);

    private TableFingerprintsYaml() {}

    static byte[] encode(TableFingerprints fingerprints) {
        return YAML.encode(Text.of(fingerprints));
    }

    static TableFingerprints read(Path file) {
        return YAML.read(file, Text.class, Text::meaning);
    }

    private record Text(long cut, SortedMap<String, SortedMap<Integer, String>> groups) {

        static Text of(TableFingerprints fingerprints) {
            SortedMap<String, SortedMap<Integer, String>> groups = new TreeMap<>();
            fingerprints.sums().forEach((part, sum) -> groups.computeIfAbsent(
                            part.group().value(), group -> new TreeMap<>())
                    .put(part.table(), sum.toString()));
            return new Text(fingerprints.cut().value(), groups);
        }

        TableFingerprints meaning() {
            SortedMap<TableInGroup, Fingerprint> sums = new TreeMap<>();
            groups.forEach((group, tables) -> tables.forEach((table, sum) ->
                    sums.put(new TableInGroup(new StorageGroupName(group), table), Fingerprint.of(sum))));
            return new TableFingerprints(new CommitNumber(cut), sums);
        }
    }
}
