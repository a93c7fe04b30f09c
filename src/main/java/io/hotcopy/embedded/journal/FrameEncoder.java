package io.hotcopy.embedded.journal;

import static io.hotcopy.embedded.journal.FrameFormat.HEADER;
import static io.hotcopy.embedded.journal.FrameFormat.TOMBSTONE;

import io.hotcopy.embedded.journal.FrameFormat.Stamp;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Frames in, bytes out; the counterpart of {@link FrameDecoder}. */
final class FrameEncoder {

    private static final int DIFFERENCE = Short.BYTES + Integer.BYTES + Fingerprint.BYTES;
    private static final int OPERATION = Short.BYTES + 2 * Integer.BYTES;
    private static final int UUID_BYTES = 2 * Long.BYTES;

    private FrameEncoder() {}

    /** How long the frame is, from its length field to its last byte. */
    static long length(Frame frame) {
        return HEADER
                + (frame instanceof CommitFrame commit ? length(commit) : 0)
                + (frame instanceof ViewFrame view ? length(view.view()) : 0);
    }

    private static long length(View view) {
        return 2 * Long.BYTES
                + UUID_BYTES
                + Short.BYTES
                + (long) Integer.BYTES * view.members().size();
    }

    private static long length(CommitFrame commit) {
        long length = 2 * Long.BYTES + 2 * Short.BYTES + 2 * Integer.BYTES;
        length += (long) Integer.BYTES * commit.participants().size();
        for (StorageGroupName group : commit.touched()) {
            length += Short.BYTES + group.value().length();
        }
        length += (long) DIFFERENCE * commit.differences().size();
        for (Operation operation : commit.operations()) {
            length += OPERATION + operation.key().length + (operation.isTombstone() ? 0 : operation.value().length);
        }
        return length;
    }

    /** Writes everything behind length and checksum. */
    static void encode(Frame frame, Stamp stamp, FrameOutput output) throws IOException {
        output.putLong(stamp.lsn())
                .putLong(stamp.synced())
                .putLong(stamp.stable().value());
        output.putLong(FrameFormat.toMicroseconds(frame.time()));
        if (frame instanceof CommitFrame commit) {
            encode(commit, output.putByte(FrameFormat.TYPE_COMMIT));
        } else if (frame instanceof ViewFrame view) {
            encode(view.view(), output.putByte(FrameFormat.TYPE_VIEW));
        } else {
            output.putByte(FrameFormat.TYPE_MARK);
        }
    }

    private static void encode(View view, FrameOutput output) throws IOException {
        output.putLong(view.number());
        output.putLong(view.id().getMostSignificantBits()).putLong(view.id().getLeastSignificantBits());
        output.putLong(view.voidAbove().value());
        output.putShort(view.members().size());
        for (ArchiveId member : view.members()) {
            output.putInt(member.value());
        }
    }

    private static void encode(CommitFrame commit, FrameOutput output) throws IOException {
        output.putLong(commit.number().value()).putLong(commit.view());
        output.putShort(commit.participants().size());
        for (ArchiveId participant : commit.participants()) {
            output.putInt(participant.value());
        }
        List<StorageGroupName> groups = List.copyOf(commit.touched());
        output.putShort(groups.size());
        for (StorageGroupName group : groups) {
            output.putShort(group.value().length());
            output.putBytes(group.value().getBytes(StandardCharsets.US_ASCII));
        }
        encodeDifferences(commit.differences(), groups, output);
        encodeOperations(commit.operations(), groups, output);
    }

    private static void encodeDifferences(
            List<FingerprintDifference> differences, List<StorageGroupName> groups, FrameOutput output)
            throws IOException {
        output.putInt(differences.size());
        for (FingerprintDifference difference : differences) {
            output.putShort(groups.indexOf(difference.group())).putInt(difference.table());
            output.putLong(difference.difference().high())
                    .putLong(difference.difference().low());
        }
    }

    private static void encodeOperations(List<Operation> operations, List<StorageGroupName> groups, FrameOutput output)
            throws IOException {
        output.putInt(operations.size());
        for (Operation operation : operations) {
            output.putShort(groups.indexOf(operation.group()));
            output.putInt(operation.key().length).putBytes(operation.key());
            if (operation.isTombstone()) {
                output.putInt(TOMBSTONE);
            } else {
                output.putInt(operation.value().length).putBytes(operation.value());
            }
        }
    }
}
