package io.hotcopy.embedded.journal;

import io.hotcopy.term.CommitNumber;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that hold every commit after one, up to what was synced when the slice was taken. It stays readable while a
 * {@link Lease} at {@code after} or below it is held.
 *
 * @param after the last commit it need not hold; what lies before it in the first segment is to be ignored
 * @param through the highest commit it holds; at most {@code after} when it holds none
 * @param segments oldest first, at least one
 */
public record Slice(CommitNumber after, CommitNumber through, List<Segment> segments) {

    public Slice {
        segments = List.copyOf(segments);
    }

    /**
     * One segment file.
     *
     * @param name its name in the journal's directory
     * @param path where it lies
     * @param length how many bytes to copy, from the start; they do not change any more
     */
    public record Segment(String name, Path path, long length) {}
}
