package io.hotcopy.embedded.journal;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** Bytes whose checksum is right in, frames out; the counterpart of {@link FrameEncoder}. */
final class FrameDecoder {

    private FrameDecoder() {}

    /**
     * @param content everything behind the frame's type
     * @throws IllegalStateException when there is no such type: the checksum was right, so a writer of this format
     *     version wrote it, and none writes others
     */
    static Frame decode(int type, Instant time, ByteBuffer content) {
        if (type == FrameFormat.TYPE_COMMIT) {
            return commit(time, content);
        }
        if (type == FrameFormat.TYPE_VIEW) {
            return view(time, content);
        }
        if (type == FrameFormat.TYPE_MARK) {
            return new MarkFrame(time);
        }
        throw new IllegalStateException("frame of type " + type);
    }

    private static ViewFrame view(Instant time, ByteBuffer content) {
        long number = content.getLong();
        UUID id = new UUID(content.getLong(), content.getLong());
        CommitNumber voidAbove = new CommitNumber(content.getLong());
        return new ViewFrame(new View(number, id, archives(content), voidAbove, time));
    }

    private static CommitFrame commit(Instant time, ByteBuffer content) {
        Head head = head(content);
        return head.with(time, operations(content, head.groups(), FrameDecoder::operation));
    }

    /**
     * A commit but for its operations.
     *
     * @param groups those touched; operations name them by their place in it
     */
    record Head(
            CommitNumber number,
            long view,
            SortedSet<ArchiveId> participants,
            List<StorageGroupName> groups,
            List<FingerprintDifference> differences) {

        CommitFrame with(Instant time, List<Operation> operations) {
            return new CommitFrame(number, view, time, participants, new TreeSet<>(groups), differences, operations);
        }
    }

    /** The beginning of a commit; the content stands before its operations afterwards. */
    static Head head(ByteBuffer content) {
        CommitNumber number = new CommitNumber(content.getLong());
        long view = content.getLong();
        SortedSet<ArchiveId> participants = archives(content);
        List<StorageGroupName> groups = groups(content);
        return new Head(number, view, participants, groups, differences(content, groups));
    }

    /** Number, view and time of a commit and nothing of what it did: much cheaper where nobody asks for more. */
    static CommitFrame outline(Instant time, ByteBuffer content) {
        CommitNumber number = new CommitNumber(content.getLong());
        return new CommitFrame(
                number,
                content.getLong(),
                time,
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                List.of(),
                List.of());
    }

    private static SortedSet<ArchiveId> archives(ByteBuffer content) {
        SortedSet<ArchiveId> archives = new TreeSet<>();
        for (int left = Short.toUnsignedInt(content.getShort()); left > 0; left--) {
            archives.add(new ArchiveId(content.getInt()));
        }
        return archives;
    }

    private static List<StorageGroupName> groups(ByteBuffer content) {
        List<StorageGroupName> groups = new ArrayList<>();
        for (int left = Short.toUnsignedInt(content.getShort()); left > 0; left--) {
            byte[] name = bytes(content, Short.toUnsignedInt(content.getShort()));
            groups.add(new StorageGroupName(new String(name, StandardCharsets.US_ASCII)));
        }
        return groups;
    }

    private static List<FingerprintDifference> differences(ByteBuffer content, List<StorageGroupName> groups) {
        List<FingerprintDifference> differences = new ArrayList<>();
        for (int left = content.getInt(); left > 0; left--) {
            StorageGroupName group = groups.get(Short.toUnsignedInt(content.getShort()));
            int table = content.getInt();
            differences.add(new FingerprintDifference(group, table, Fingerprint.readFrom(content)));
        }
        return differences;
    }

    /** What is made of one operation. */
    @FunctionalInterface
    interface OperationReading<T> {

        /**
         * @param length of the value, or {@link FrameFormat#TOMBSTONE}
         * @param content stands at the value; behind it afterwards
         */
        T read(StorageGroupName group, byte[] key, int length, ByteBuffer content);
    }

    /**
     * The operations of a commit.
     *
     * @param content as {@link #head} leaves it
     */
    static <T> List<T> operations(ByteBuffer content, List<StorageGroupName> groups, OperationReading<T> reading) {
        int count = content.getInt();
        List<T> operations = new ArrayList<>(count);
        for (int left = count; left > 0; left--) {
            StorageGroupName group = groups.get(Short.toUnsignedInt(content.getShort()));
            byte[] key = bytes(content, content.getInt());
            operations.add(reading.read(group, key, content.getInt(), content));
        }
        return operations;
    }

    /** Decodes all of it. */
    static Operation operation(StorageGroupName group, byte[] key, int length, ByteBuffer content) {
        return new Operation(group, key, length == FrameFormat.TOMBSTONE ? null : bytes(content, length));
    }

    private static byte[] bytes(ByteBuffer content, int length) {
        byte[] bytes = new byte[length];
        content.get(bytes);
        return bytes;
    }
}
