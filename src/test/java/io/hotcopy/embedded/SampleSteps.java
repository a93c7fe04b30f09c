package io.hotcopy.embedded;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.embedded.changes.ChangeFileWriter;
import io.hotcopy.embedded.changes.TableFingerprints;
import io.hotcopy.embedded.changes.TableFingerprintsFile;
import io.hotcopy.embedded.commit.RowKey;
import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.journal.Slice;
import io.hotcopy.restore.SourceStep;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Incremental and journal elements of a {@link RecordedLife}, as hot copies would leave their data. */
final class SampleSteps {

    private final RecordedLife life;
    private final Path directory;
    private int made;

    /** @param directory where the data of all elements goes */
    SampleSteps(RecordedLife life, Path directory) {
        this.life = life;
        this.directory = directory;
    }

    /** The last values and tombstones of what a range of commits changed, of all groups of an archive. */
    SourceStep incremental(RecordedLife.Member member, CommitRange range) throws IOException {
        Path data = data();
        for (StorageGroupName group : member.groups()) {
            Path file = data.resolve(ChangeFileWriter.name(group));
            Files.createDirectories(file.getParent());
            try (FileChannel channel = create(file)) {
                ChangeFileWriter writer = new ChangeFileWriter(channel, group, range);
                for (Map.Entry<RowKey, Operation> change : changes(group, range).entrySet()) {
                    if (change.getValue().isTombstone()) {
                        writer.delete(change.getKey().bytes());
                    } else {
                        writer.put(change.getKey().bytes(), change.getValue().value());
                    }
                }
                writer.finish();
            }
        }
        try (FileChannel channel = create(data.resolve(TableFingerprintsFile.NAME))) {
            TableFingerprintsFile.write(
                    channel, new TableFingerprints(range.through(), life.runningAt(range.through(), member)));
        }
        return whole(data, life.element(member, HotCopyType.INCREMENTAL, made + ".inc", range));
    }

    private SortedMap<RowKey, Operation> changes(StorageGroupName group, CommitRange range) {
        SortedMap<RowKey, Operation> changes = new TreeMap<>();
        for (CommitFrame commit : life.history()) {
            if (range.contains(commit.number())) {
                commit.operations().stream()
                        .filter(operation -> operation.group().equals(group))
                        .forEach(operation -> changes.put(new RowKey(operation.key()), operation));
            }
        }
        return changes;
    }

    /** The segments that hold a range of commits, and whatever else is in them. */
    SourceStep journal(RecordedLife.Member member, CommitRange range) throws IOException {
        Path data = data();
        Files.createDirectories(ArchiveLayout.journal(data));
        member.journal().sync();
        for (Slice.Segment segment : member.journal().slice(range.from()).segments()) {
            try (InputStream stream = Files.newInputStream(segment.path())) {
                byte[] bytes = stream.readNBytes(Math.toIntExact(segment.length()));
                Files.write(ArchiveLayout.journal(data).resolve(segment.name()), bytes);
            }
        }
        return whole(data, life.element(member, HotCopyType.JOURNAL, made + ".jnl", range));
    }

    private static SourceStep whole(Path data, ElementFacts element) {
        return new SourceStep(data, element, element.covers());
    }

    private Path data() throws IOException {
        return Files.createDirectories(directory.resolve("element-" + ++made).resolve("data"));
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
