package io.hotcopy.embedded.changes;

import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.StorageGroupName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files of changes made in memory, and what they hold. */
final class SampleChanges {

    static final StorageGroupName GROUP = new StorageGroupName("SG1");
    static final CommitRange RANGE = new CommitRange(new CommitNumber(17), new CommitNumber(4711));
    static final Path FILE = Path.of("data", "changes", "SG1.changes");

    private SampleChanges() {}

    /** Keys of a few tables; values of up to {@code maxValue} bytes, every fourth record a tombstone. */
    static SortedMap<byte[], Optional<byte[]>> records(Random random, int count, int maxValue) {
        SortedMap<byte[], Optional<byte[]>> records = new TreeMap<>(Arrays::compareUnsigned);
        for (int index = 0; index < count; index++) {
            byte[] user = new byte[random.nextInt(6)];
            random.nextBytes(user);
            byte[] value = new byte[random.nextInt(maxValue + 1)];
            random.nextBytes(value);
            records.put(
                    TableKeys.key(random.nextInt(3), user),
                    random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value));
        }
        return records;
    }

    static byte[] file(SortedMap<byte[], Optional<byte[]>> records) throws IOException {
        return file(GROUP, records);
    }

    static byte[] file(StorageGroupName group, SortedMap<byte[], Optional<byte[]>> records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ChangeFileWriter writer = new ChangeFileWriter(Channels.newChannel(bytes), group, RANGE);
        for (SortedMap.Entry<byte[], Optional<byte[]>> record : records.entrySet()) {
            if (record.getValue().isPresent()) {
                writer.put(record.getKey(), record.getValue().get());
            } else {
                writer.delete(record.getKey());
            }
        }
        writer.finish();
        return bytes.toByteArray();
    }

    static ChangeCursor cursor(byte[] file) {
        return ChangeCursor.over(Channels.newChannel(new ByteArrayInputStream(file)), FILE);
    }

    static SortedMap<byte[], Optional<byte[]>> read(byte[] file) {
        SortedMap<byte[], Optional<byte[]>> found = new TreeMap<>(Arrays::compareUnsigned);
        try (ChangeCursor cursor = cursor(file)) {
            while (cursor.next()) {
                found.put(cursor.key(), Optional.ofNullable(cursor.value()));
            }
        }
        return found;
    }

    /** In a form that compares by content. */
    static SortedMap<String, String> shown(SortedMap<byte[], Optional<byte[]>> records) {
        SortedMap<String, String> shown = new TreeMap<>();
        records.forEach((key, value) ->
                shown.put(Arrays.toString(key), value.map(Arrays::toString).orElse("deleted")));
        return shown;
    }
}
