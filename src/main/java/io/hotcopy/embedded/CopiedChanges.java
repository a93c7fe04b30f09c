package io.hotcopy.embedded;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.embedded.changes.ChangeCursor;
import io.hotcopy.embedded.changes.ChangeFileWriter;
import io.hotcopy.embedded.changes.TableFingerprints;
import io.hotcopy.embedded.changes.TableFingerprintsFile;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The changed records in the data of an incremental element: whether they are what its manifest says. */
final class CopiedChanges {

    private final Path data;
    private final ElementFacts element;

    CopiedChanges(Path data, ElementFacts element) {
        this.data = data;
        this.element = element;
    }

    /**
     * The file of a storage group's changes.
     *
     * @throws HotCopyException when it is missing, or its header is damaged or says something else than the manifest
     */
    Path file(StorageGroupName group) {
        Path file = data.resolve(ChangeFileWriter.name(group));
        if (!Files.exists(file)) {
            throw CopiedArchive.damaged("there are no changes of storage group " + group + " in \"" + data + "\"");
        }
        try (ChangeCursor cursor = ChangeCursor.open(file)) {
            if (!cursor.group().equals(group)
                    || !cursor.range().equals(element.covers().get(group))) {
                throw CopiedArchive.damaged("\"" + file + "\" holds changes " + cursor.range() + " of storage group "
                        + cursor.group() + ", the manifest says "
                        + element.covers().get(group) + " of " + group);
            }
        }
        return file;
    }

    /**
     * The running fingerprints at the element's cut.
     *
     * @return per storage group, those of its tables
     * @throws HotCopyException when they cannot be read, or do not add up to what the manifest says
     */
    SortedMap<StorageGroupName, SortedMap<Integer, Fingerprint>> fingerprints() {
        Path file = data.resolve(TableFingerprintsFile.NAME);
        TableFingerprints stated = TableFingerprintsFile.read(file);
        if (!stated.cut().equals(element.cut())) {
            throw CopiedArchive.damaged("\"" + file + "\" states fingerprints at commit " + stated.cut()
                    + ", the manifest has the cut " + element.cut());
        }
        SortedMap<StorageGroupName, SortedMap<Integer, Fingerprint>> byGroup = new TreeMap<>();
        element.covers().keySet().forEach(group -> byGroup.put(group, new TreeMap<>()));
        stated.sums().forEach((part, sum) -> add(byGroup, part, sum));
        byGroup.forEach((group, tables) -> FollowedContent.require(element, group, tables.values()));
        return byGroup;
    }

    private static void add(
            SortedMap<StorageGroupName, SortedMap<Integer, Fingerprint>> byGroup, TableInGroup part, Fingerprint sum) {
        byGroup.computeIfAbsent(part.group(), group -> new TreeMap<>()).put(part.table(), sum);
    }
}
