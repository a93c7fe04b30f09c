package io.hotcopy.embedded;

import io.hotcopy.embedded.store.DamagedArchiveException;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.StorageGroupName;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of schema records: one byte of format version, then texts; each is four bytes of length, big-endian, and
 * UTF-8.
 *
 * <pre>
 * table       name, partition function, the group of each partition
 * group       (none)
 * archive     the groups it serves
 * next-table  the id in decimal
 * </pre>
 */
final class SchemaValues {

    private static final byte VERSION = 1;

    private SchemaValues() {}

    static byte[] nothing() {
        return encode(List.of());
    }

    static byte[] number(int number) {
        return encode(List.of(Integer.toString(number)));
    }

    static int number(byte[] value) {
        return Integer.parseInt(decode(value).get(0));
    }

    static byte[] groups(List<StorageGroupName> groups) {
        return encode(groups.stream().map(StorageGroupName::value).toList());
    }

    static List<StorageGroupName> groups(byte[] value) {
        return decode(value).stream().map(StorageGroupName::new).toList();
    }

    static byte[] table(TableInfo table) {
        List<String> texts = new ArrayList<>();
        texts.add(table.name());
        texts.add(table.function().word());
        table.groupOfPartition().forEach(group -> texts.add(group.value()));
        return encode(texts);
    }

    static TableInfo table(int id, byte[] value) {
        List<String> texts = decode(value);
        String name = texts.get(0);
        String word = texts.get(1);
        PartitionFunction function = PartitionFunction.of(word)
                .orElseThrow(() -> tooNew("table \"" + name + "\" has the partition function \"" + word + "\""));
        List<StorageGroupName> groups = texts.subList(2, texts.size()).stream()
                .map(StorageGroupName::new)
                .toList();
        return new TableInfo(id, name, function, groups);
    }

    static HotCopyException tooNew(String what) {
        return new HotCopyException(
                what + ", which this version of hotcopy does not know",
                "Use the version of hotcopy that wrote it, or a newer one.");
    }

    private static byte[] encode(List<String> texts) {
        List<byte[]> encoded = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        int length =
                encoded.stream().mapToInt(bytes -> Integer.BYTES + bytes.length).sum();
        ByteBuffer buffer = ByteBuffer.allocate(1 + length).put(VERSION);
        encoded.forEach(bytes -> buffer.putInt(bytes.length).put(bytes));
        return buffer.array();
    }

    static List<String> decode(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value);
        List<String> texts = new ArrayList<>();
        try {
            int version = buffer.get();
            if (version > VERSION) {
                throw tooNew("a schema record has format version " + version);
            }
            while (buffer.hasRemaining()) {
                byte[] bytes = new byte[buffer.getInt()];
                buffer.get(bytes);
                texts.add(new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (BufferUnderflowException | NegativeArraySizeException damage) {
            throw new DamagedArchiveException(
                    "a schema record of " + value.length + " bytes breaks off in a text", damage);
        }
        return texts;
    }
}
