package io.hotcopy.shell.nuocmd;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as Python reads them: blanks around them and single underscores between digits do not matter. */
final class Numbers {
    private static final String DIGITS = "[0-9]+(_[0-9]+)*";
    private static final Pattern WHOLE = Pattern.compile("[-+]?" + DIGITS);
    private static final Pattern REAL =
            Pattern.compile("[-+]?(" + DIGITS + "(\\.(" + DIGITS + ")?)?|\\." + DIGITS + ")([eE][-+]?" + DIGITS + ")?");
    private static final Pattern ENDLESS = Pattern.compile("[-+]?inf(inity)?");
    private static final Pattern NONE = Pattern.compile("[-+]?nan");
    /** A longer number is refused, as Python does. */
    private static final int MOST_DIGITS = 4300;

    private Numbers() {}

    static Optional<BigInteger> whole(String word) {
        String digits = word.strip();
        return WHOLE.matcher(digits).matches() && digits.length() <= MOST_DIGITS
                ? Optional.of(new BigInteger(digits.replace("_", "")))
                : Optional.empty();
    }

    static Optional<Double> real(String word) {
        String digits = word.strip().toLowerCase(Locale.ROOT);
        if (ENDLESS.matcher(digits).matches()) {
            return Optional.of(digits.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        } else if (NONE.matcher(digits).matches()) {
            return Optional.of(Double.NaN);
        }
        return REAL.matcher(digits).matches() ? Optional.of(Double.valueOf(digits.replace("_", ""))) : Optional.empty();
    }
}
