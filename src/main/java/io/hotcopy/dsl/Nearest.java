package io.hotcopy.dsl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what a mistyped word was meant to be: at most two letters wrong, missing, too many or swapped. */
public final class Nearest {

    private static final int FARTHEST = 2;
    /** Below this length, two wrong letters are no resemblance any more. */
    private static final int LONG_WORD = 5;

    private Nearest() {}

    /** The candidate nearest to the word, upper and lower case counting as the same; empty when none is near. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> distance(word, candidate) <= farthest(word, candidate))
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int farthest(String word, String candidate) {
        int length = Math.max(word.length(), candidate.length());
        return length >= LONG_WORD ? FARTHEST : Math.min(1, length - 1);
    }

    /** The hints of a wrong word: the nearest candidate if one is near, then all of them under a title. */
    public static List<String> hints(String word, Collection<String> candidates, String quote, String title) {
        List<String> hints = new ArrayList<>();
        to(word, candidates).ifPresent(near -> hints.add("did you mean " + quote + near + quote + "?"));
        if (!candidates.isEmpty()) {
            hints.add(title + ": " + String.join(", ", candidates));
        }
        return hints;
    }

    /**
     * The number of edits (replace, insert, delete, swap neighbours) between the two, at most one more than allowed.
     */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        if (Math.abs(a.length() - b.length()) > FARTHEST) {
            return FARTHEST + 1;
        }
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int row = 0; row <= a.length(); row++) {
            for (int column = 0; column <= b.length(); column++) {
                edits[row][column] = cheapest(edits, a, b, row, column);
            }
        }
        return Math.min(FARTHEST + 1, edits[a.length()][b.length()]);
    }

    private static int cheapest(int[][] edits, String a, String b, int row, int column) {
        if (row == 0 || column == 0) {
            return row + column;
        }
        boolean isSame = a.charAt(row - 1) == b.charAt(column - 1);
        int best = edits[row - 1][column - 1] + (isSame ? 0 : 1);
        best = Math.min(best, Math.min(edits[row - 1][column], edits[row][column - 1]) + 1);
        boolean isSwapped = row > 1
                && column > 1
                && a.charAt(row - 1) == b.charAt(column - 2)
                && a.charAt(row - 2) == b.charAt(column - 1);
        return isSwapped ? Math.min(best, edits[row - 2][column - 2] + 1) : best;
    }
}
