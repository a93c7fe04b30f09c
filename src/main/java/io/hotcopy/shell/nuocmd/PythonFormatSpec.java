package io.hotcopy.shell.nuocmd;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Python's specification of how one value is written: {@code [[fill]align][sign][#][0][width][,][.precision][type]}.
 */
final class PythonFormatSpec {
    private static final Pattern SPEC = Pattern.compile(
            "(?:(?<fill>.)?(?<align>[<>=^]))?(?<sign>[-+ ])?(?<positive>z)?(?<other>#)?(?<zero>0)?"
                    + "(?<width>\\d{1,6})?(?<group>[,_])?(?:\\.(?<precision>\\d{1,6}))?(?<type>.)?",
            Pattern.DOTALL);
    private static final int DEFAULT_PRECISION = 6;
    private static final int SMALL_EXPONENT = -4;

    private final Matcher spec;
    private final String called;

    /** @param called what messages call the value */
    private PythonFormatSpec(Matcher spec, String called) {
        this.spec = spec;
        this.called = called;
    }

    /** @throws CommandFailure when the specification is none, or is none for such a value */
    static String format(Object value, String spec) {
        if (spec.isEmpty()) {
            return PythonText.str(value);
        }
        String called = PythonText.type(value);
        if (!(value instanceof String || value instanceof Boolean || value instanceof Number)) {
            throw new CommandFailure("unsupported format string passed to " + called + ".__format__");
        }
        Matcher matcher = SPEC.matcher(spec);
        if (!matcher.matches()) {
            throw new CommandFailure("Invalid format specifier '" + spec + "' for object of type '" + called + "'");
        }
        return new PythonFormatSpec(matcher, called).format(value);
    }

    private String format(Object value) {
        if (value instanceof Boolean truth) {
            return whole(truth ? BigInteger.ONE : BigInteger.ZERO);
        } else if (value instanceof Double || value instanceof Float) {
            return real(((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            return whole(new BigInteger(number.toString()));
        }
        return text((String) value);
    }

    private String text(String text) {
        if (!type("s").equals("s")) {
            throw unknown();
        } else if (spec.group("sign") != null) {
            throw new CommandFailure("Sign not allowed in string format specifier");
        } else if (spec.group("positive") != null) {
            throw new CommandFailure("Negative zero coercion (z) not allowed in string format specifier");
        } else if (spec.group("group") != null) {
            throw new CommandFailure("Cannot specify '" + spec.group("group") + "' with 's'.");
        } else if ("=".equals(spec.group("align"))) {
            throw new CommandFailure("'=' alignment not allowed in string format specifier");
        }
        int points = text.codePointCount(0, text.length());
        int kept = precision().map(most -> Math.min(most, points)).orElse(points);
        return padded("", text.substring(0, text.offsetByCodePoints(0, kept)), "<");
    }

    private String whole(BigInteger number) {
        String type = type("d");
        if (spec.group("positive") != null) {
            throw new CommandFailure("Negative zero coercion (z) not allowed in integer format specifier");
        }
        if ("eEfFgG%".contains(type)) {
            return real(number.doubleValue());
        }
        BigInteger amount = number.abs();
        String digits =
                switch (type) {
                    case "d", "n" -> amount.toString();
                    case "b" -> amount.toString(2);
                    case "o" -> amount.toString(8);
                    case "x" -> amount.toString(16);
                    case "X" -> amount.toString(16).toUpperCase(Locale.ROOT);
                    case "c" -> Character.toString(number.intValue());
                    default -> throw unknown();
                };
        String prefix = spec.group("other") != null && "boxX".contains(type) ? "0" + type : "";
        return padded(sign(number.signum() < 0) + prefix, grouped(digits), ">");
    }

    private String real(double number) {
        String sign = sign(number < 0 || 1 / number < 0);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return padded(sign, Double.isNaN(number) ? "nan" : "inf", ">");
        }
        BigDecimal amount = new BigDecimal(Math.abs(number));
        String digits =
                switch (type("")) {
                    case "f", "F" -> fixed(amount, precision().orElse(DEFAULT_PRECISION));
                    case "%" -> percent(100 * Math.abs(number));
                    case "e" -> scientific(amount, precision().orElse(DEFAULT_PRECISION));
                    case "E" ->
                        scientific(amount, precision().orElse(DEFAULT_PRECISION))
                                .toUpperCase(Locale.ROOT);
                    case "g", "n" -> general(amount, precision().orElse(DEFAULT_PRECISION));
                    case "G" ->
                        general(amount, precision().orElse(DEFAULT_PRECISION)).toUpperCase(Locale.ROOT);
                    case "" -> plain(Math.abs(number), amount);
                    default -> throw unknown();
                };
        boolean zero = spec.group("positive") != null && digits.matches("[0.%]+(e.*)?");
        return padded(zero ? sign(false) : sign, grouped(digits), ">");
    }

    private String percent(double hundredths) {
        return Double.isInfinite(hundredths)
                ? "inf%"
                : fixed(new BigDecimal(hundredths), precision().orElse(DEFAULT_PRECISION)) + "%";
    }

    /** Without a type: as short as can be, or so many digits with at least one behind the point. */
    private String plain(double number, BigDecimal amount) {
        if (precision().isEmpty()) {
            return PythonText.repr(number);
        }
        int most = Math.max(precision().get(), 1);
        String digits = general(amount, most, most - 1);
        return digits.matches("\\d+") ? digits + ".0" : digits;
    }

    private static String fixed(BigDecimal amount, int precision) {
        return amount.setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String scientific(BigDecimal amount, int precision) {
        BigDecimal rounded = amount.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        int exponent = exponent(rounded);
        return fixed(rounded.movePointLeft(exponent), precision) + PythonText.exponent(exponent);
    }

    private static String general(BigDecimal amount, int precision) {
        int digits = Math.max(precision, 1);
        return general(amount, digits, digits);
    }

    /** @param limit numbers with this exponent and more are written with it */
    private static String general(BigDecimal amount, int digits, int limit) {
        BigDecimal rounded = amount.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = exponent(rounded);
        if (exponent >= SMALL_EXPONENT && exponent < limit) {
            return withoutZeros(rounded);
        }
        return withoutZeros(rounded.movePointLeft(exponent)) + PythonText.exponent(exponent);
    }

    private static String withoutZeros(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static int exponent(BigDecimal number) {
        return number.signum() == 0 ? 0 : number.precision() - number.scale() - 1;
    }

    private String sign(boolean negative) {
        String wanted = spec.group("sign") == null ? "-" : spec.group("sign");
        return negative ? "-" : wanted.equals("-") ? "" : wanted;
    }

    private String grouped(String digits) {
        String mark = spec.group("group");
        return mark == null ? digits : digits.replaceFirst("^\\d+", threes(digits.replaceFirst("\\D.*$", ""), mark));
    }

    /** Zeros before a number are grouped like its digits. */
    private String zeros(String sign, String text, int width) {
        String filled = text;
        while (sign.length() + filled.length() < width) {
            filled = grouped("0" + filled.replace(spec.group("group"), ""));
        }
        return sign + filled;
    }

    private static String threes(String digits, String mark) {
        return digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", mark);
    }

    private String padded(String sign, String text, String usual) {
        String width = spec.group("width");
        int length = sign.length() + text.codePointCount(0, text.length());
        int missing = width == null ? 0 : Math.max(0, Integer.parseInt(width) - length);
        boolean zeros = spec.group("zero") != null && spec.group("align") == null;
        String fill = spec.group("fill") != null ? spec.group("fill") : spec.group("zero") != null ? "0" : " ";
        String align = spec.group("align") != null ? spec.group("align") : zeros && usual.equals(">") ? "=" : usual;
        if (align.equals("=") && fill.equals("0") && spec.group("group") != null) {
            return zeros(sign, text, Integer.parseInt(width == null ? "0" : width));
        }
        return switch (align) {
            case "<" -> sign + text + fill.repeat(missing);
            case "=" -> sign + fill.repeat(missing) + text;
            case "^" -> fill.repeat(missing / 2) + sign + text + fill.repeat(missing - missing / 2);
            default -> fill.repeat(missing) + sign + text;
        };
    }

    private String type(String usual) {
        return spec.group("type") == null ? usual : spec.group("type");
    }

    private Optional<Integer> precision() {
        return Optional.ofNullable(spec.group("precision")).map(Integer::valueOf);
    }

    private CommandFailure unknown() {
        return new CommandFailure("Unknown format code '" + type("") + "' for object of type '" + called + "'");
    }
}
