package io.hotcopy.term;

/**
 * The number of an archive, one storage manager's data on disk, within its database.
 *
 * @param value zero or more, as the vendor numbers archives
 */
public record ArchiveId(int value) implements Comparable<ArchiveId> {

    public ArchiveId {
        if (value < 0) {
            throw new IllegalArgumentException("archive id must not be negative: " + value);
        }
    }

    /** Reads the decimal form that {@link #toString()} writes; {@code NumberFormatException} when it is none. */
    public static ArchiveId of(String text) {
        return new ArchiveId(Integer.parseInt(text));
    }

    @Override
    public int compareTo(ArchiveId other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
