package io.hotcopy.term;

/**
 * The rising number of a committed transaction within one {@link Lineage}; the vendor's "transaction id".
 *
 * <p>Numbers rise, may have holes and are never used twice. They compare only within one lineage, or in the parent at
 * or below the fork.
 *
 * @param value zero for "before the first commit", else one or more
 */
public record CommitNumber(long value) implements Comparable<CommitNumber> {

    /** Before the first commit of a database. */
    public static final CommitNumber ZERO = new CommitNumber(0);

    public CommitNumber {
        if (value < 0) {
            throw new IllegalArgumentException("commit number must not be negative: " + value);
        }
    }

    /** The number after this one. */
    public CommitNumber next() {
        return new CommitNumber(value + 1);
    }

    public boolean isAfter(CommitNumber other) {
        return value > other.value;
    }

    /** The greater of the two. */
    public static CommitNumber max(CommitNumber one, CommitNumber other) {
        return one.value >= other.value ? one : other;
    }

    /** The lesser of the two. */
    public static CommitNumber min(CommitNumber one, CommitNumber other) {
        return one.value <= other.value ? one : other;
    }

    @Override
    public int compareTo(CommitNumber other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
