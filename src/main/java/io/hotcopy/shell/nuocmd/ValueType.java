package io.hotcopy.shell.nuocmd;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of an option are read as. */
enum ValueType {
    TEXT("str") {
        @Override
        Optional<Object> read(String word) {
            return Optional.of(word);
        }
    },
    /** A {@link BigInteger}. */
    WHOLE("int") {
        @Override
        Optional<Object> read(String word) {
            return Numbers.whole(word).map(number -> number);
        }
    },
    /** A {@link Double}. */
    REAL("float") {
        @Override
        Optional<Object> read(String word) {
            return Numbers.real(word).map(number -> number);
        }
    },
    /** Seconds as a {@link BigInteger}; a number and perhaps its unit begin the word, whatever follows. */
    TIME("TimeUnit") {
        @Override
        Optional<Object> read(String word) {
            Matcher matcher = TIME_SPAN.matcher(word);
            return matcher.lookingAt()
                    ? Optional.of(new BigInteger(matcher.group(1)).multiply(SECONDS.get(matcher.group(2))))
                    : Optional.empty();
        }
    },
    /** A map of {@code major} and perhaps {@code minor}. */
    INCARNATION("incarnation_from_str") {
        @Override
        Optional<Object> read(String word) {
            if (!word.matches("\\d+(\\.\\d+)?")) {
                return Optional.empty();
            }
            Map<String, Object> incarnation = new LinkedHashMap<>();
            String[] parts = word.split("\\.");
            incarnation.put("major", new BigInteger(parts[0]));
            if (parts.length > 1) {
                incarnation.put("minor", new BigInteger(parts[1]));
            }
            return Optional.of(incarnation);
        }

        @Override
        String complaint(String word) {
            return "Cannot convert '" + word + "' to incarnation. Expected format '<major>[.<minor>]' where 'major' and"
                    + " 'minor' are both integers";
        }
    };

    private static final Pattern TIME_SPAN = Pattern.compile("([0-9]+)([smhd]?)");
    private static final Map<String, BigInteger> SECONDS = Map.of(
            "",
            BigInteger.ONE,
            "s",
            BigInteger.ONE,
            "m",
            BigInteger.valueOf(60),
            "h",
            BigInteger.valueOf(3600),
            "d",
            BigInteger.valueOf(86400));

    private final String called;

    ValueType(String called) {
        this.called = called;
    }

    /** Empty when the word is none. */
    abstract Optional<Object> read(String word);

    /** What is said of a word that is none. */
    String complaint(String word) {
        return "invalid " + called + " value: " + PythonText.repr(word);
    }
}
