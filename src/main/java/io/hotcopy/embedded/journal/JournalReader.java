package io.hotcopy.embedded.journal;

import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Segment files in, frames in order and how they end out. Keeps one buffer and one frame in memory at a time. Reads the
 * journal of an archive that is not running, a {@link Slice} of a running one, and the copied journal of an element,
 * whose last segment may end at any block or frame.
 */
public final class JournalReader {

    private final FileWindow window = new FileWindow();
    private final JournalScanBuilder found = new JournalScanBuilder();
    private final Consumer<JournalEntry> each;
    private final FrameReading reading;

    private JournalReader(Consumer<JournalEntry> each, FrameReading reading) {
        this.each = each;
        this.reading = reading;
    }

    /**
     * Reads all segments of a directory.
     *
     * @param directory where they lie; a missing one is an empty journal
     * @param each gets every whole frame, oldest first
     * @throws HotCopyException when a file cannot be read, is of a later version, or belongs to another archive
     */
    public static JournalScan scan(Path directory, Consumer<JournalEntry> each) {
        return new JournalReader(each, FrameReading.whole()).read(directory);
    }

    /**
     * Reads all segments of a directory and checks every byte, but does not decode what commits did: for who needs the
     * views before the commits. Throws as {@link #scan(Path, Consumer)} does.
     *
     * @param each gets every whole frame, oldest first; commits with number, view and time only
     */
    public static JournalScan survey(Path directory, Consumer<JournalEntry> each) {
        return new JournalReader(each, FrameReading.outline()).read(directory);
    }

    /**
     * Reads all segments of a directory and checks every byte, but leaves long values where they lie. Throws as
     * {@link #scan(Path, Consumer)} does.
     *
     * @param choice which values are left
     * @param each gets every whole frame, oldest first, a commit without its operations; and what the commit did
     */
    public static JournalScan places(
            Path directory, PlacedOperation.Choice choice, BiConsumer<JournalEntry, List<PlacedOperation>> each) {
        PlacedReading reading = new PlacedReading(choice);
        return new JournalReader(entry -> each.accept(entry, reading.operations()), reading).read(directory);
    }

    /** The file of the segment in which an entry of a directory's journal lies. */
    public static Path segment(Path directory, JournalEntry entry) {
        return directory.resolve(JournalFiles.name(entry.segment()));
    }

    /** Reads a slice, also while its journal goes on. What lies before the slice's range comes too. */
    public static JournalScan scan(Slice slice, Consumer<JournalEntry> each) {
        return new JournalReader(each, FrameReading.whole())
                .read(() -> slice.segments().get(0).path().getParent(), slice::segments, Integer.MAX_VALUE);
    }

    /**
     * Reads one segment of a slice and, as {@link #scan(Slice, Consumer)} does, only up to where the journal left it
     * for the next one: behind that may lie what a power failure left of a write. By itself a segment does not tell.
     *
     * @param index which of the slice's segments, from zero
     */
    public static JournalScan scan(Slice slice, int index, Consumer<JournalEntry> each) {
        List<Slice.Segment> withNext = slice.segments()
                .subList(index, Math.min(index + 2, slice.segments().size()));
        return new JournalReader(each, FrameReading.whole())
                .read(() -> withNext.get(0).path().getParent(), () -> withNext, 1);
    }

    /** What lists the segments to read. */
    private interface Listing {
        List<Slice.Segment> segments() throws IOException;
    }

    private JournalScan read(Path directory) {
        return read(() -> directory, new JournalFiles(directory)::segments, Integer.MAX_VALUE);
    }

    /**
     * @param directory asked for only when they cannot be read
     * @param most of so many segments the frames are read, of the others the headers
     */
    private JournalScan read(Supplier<Path> directory, Listing listing, int most) {
        try {
            return read(listing.segments(), most);
        } catch (IOException failure) {
            throw new HotCopyException(
                    "cannot read the journal in \"" + directory.get() + "\": " + failure.getMessage(), failure);
        }
    }

    private JournalScan read(List<Slice.Segment> files, int most) throws IOException {
        List<SegmentHeader> headers = headers(files);
        for (int index = 0; index < Math.min(headers.size(), most) && !found.isDamaged(); index++) {
            boolean newest = index + 1 == headers.size();
            long lastLsn = newest ? Long.MAX_VALUE : headers.get(index + 1).firstLsn() - 1;
            read(files.get(index), headers.get(index), lastLsn);
        }
        if (!found.isDamaged() && headers.size() < files.size()) {
            Slice.Segment bad = files.get(headers.size());
            found.damaged(bad.path(), 0, flaw(bad, headers).orElseThrow());
        }
        return found.build();
    }

    /** The headers up to the first segment that has a flaw. All are read first: each says where the one before ends. */
    private List<SegmentHeader> headers(List<Slice.Segment> files) throws IOException {
        List<SegmentHeader> headers = new ArrayList<>();
        for (Slice.Segment file : files) {
            found.seen(JournalFiles.number(file.name()));
        }
        for (Slice.Segment file : files) {
            if (flaw(file, headers).isPresent()) {
                break;
            }
            headers.add(SegmentHeader.decode(headerBlock(file)));
        }
        return headers;
    }

    /** Why a segment cannot follow the ones before it; empty when it can. */
    private static Optional<String> flaw(Slice.Segment file, List<SegmentHeader> before) throws IOException {
        long number = JournalFiles.number(file.name());
        SegmentHeader previous = before.isEmpty() ? null : before.get(before.size() - 1);
        if (previous != null && number != previous.number() + 1) {
            return Optional.of("segment " + (previous.number() + 1) + " before it is missing");
        }
        if (file.length() < FrameFormat.BLOCK) {
            return Optional.of("it has " + file.length() + " bytes and a segment has at least " + FrameFormat.BLOCK);
        }
        ByteBuffer block = headerBlock(file);
        Optional<String> flaw = SegmentHeader.flaw(file.path(), block);
        if (flaw.isPresent()) {
            return flaw;
        }
        SegmentHeader header = SegmentHeader.decode(block);
        if (header.number() != number) {
            return Optional.of("it holds segment " + header.number());
        }
        if (previous != null && !header.identity().sameArchive(previous.identity())) {
            throw new HotCopyException("\"" + file.path() + "\" is not ours: it belongs to archive "
                    + header.identity().archiveUuid() + ", the segment before it to archive "
                    + previous.identity().archiveUuid());
        }
        return Optional.empty();
    }

    private static ByteBuffer headerBlock(Slice.Segment file) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(FrameFormat.BLOCK);
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            while (block.hasRemaining()) {
                if (channel.read(block, block.position()) < 0) {
                    throw new IOException("\"" + file.path() + "\" shrank while it was read");
                }
            }
        }
        return block.flip();
    }

    private void read(Slice.Segment file, SegmentHeader header, long lastLsn) throws IOException {
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            window.turnTo(channel, file.length());
            SegmentReader reader = new SegmentReader(window, header, reading);
            Optional<String> damage = reader.read(lastLsn, entry -> {
                found.add(entry);
                each.accept(entry);
            });
            found.ended(file, header, reader);
            if (damage.isPresent()) {
                found.damaged(file.path(), reader.missing(), damage.get());
            }
        }
    }
}
