package io.hotcopy.term;

/**
 * The commits after {@code from} up to and including {@code through}: {@code (from, through]}.
 *
 * @param from the last commit that is not in the range
 * @param through the last commit that is in the range; equal to {@code from} for an empty range
 */
public record CommitRange(CommitNumber from, CommitNumber through) {

    public CommitRange {
        if (from.isAfter(through)) {
            throw new IllegalArgumentException("range (" + from + ", " + through + "] runs backwards");
        }
    }

    public boolean isEmpty() {
        return from.equals(through);
    }

    public boolean contains(CommitNumber number) {
        return number.isAfter(from) && !number.isAfter(through);
    }

    @Override
    public String toString() {
        return "(" + from + ", " + through + "]";
    }
}
