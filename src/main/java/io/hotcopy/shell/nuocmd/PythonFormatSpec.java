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
            "(?:(?<fill>.)?(?<align>[<>=^]))?(?<sign>[-+ ])?(?<other>#)?(?<zero>0)?(?<width>\\d{1,6})?(?<group>[,_])?"
                    + "(?:\\.(?<precision>\\d{1,6}))?(?<type>[a-zA-Z%])?",
            Pattern.DOTALL);
    private static final int DEFAULT_PRECISION = 6;
    private static final int SMALL_EXPONENT = -4;

    private final Matcher spec;

    private PythonFormatSpec(Matcher spec) {
        this.spec = spec;
    }

    /** @throws CommandFailure when the specification is none, or is none for such a value */
    static String format(Object value, String spec) {
        if (spec.isEmpty()) {
            return PythonText.str(value);
        }
        Matcher matcher = SPEC.matcher(spec);
        if (!matcher.matches()) {
            throw new CommandFailure("Invalid format specifier");
        }
        return new PythonFormatSpec(matcher).format(value);
    }

    private String format(Object value) {
        if (value instanceof String text) {
            return text(text);
        } else if (value instanceof Boolean truth) {
            return whole(truth ? BigInteger.ONE : BigInteger.ZERO);
        } else if (value instanceof Double || value instanceof Float) {
            return real(((Number) value).doubleValue(), "float");
        } else if (value instanceof Number number) {
            return whole(new BigInteger(number.toString()));
        }
        String type = PythonText.type(value);
        throw new CommandFailure("unsupported format string passed to " + type + ".__format__");
    }

    private String text(String text) {
        if (!type("s").equals("s")) {
            throw unknown("str");
        } else if (spec.group("sign") != null) {
            throw new CommandFailure("Sign not allowed in string format specifier");
        } else if ("=".equals(spec.group("align"))) {
            throw new CommandFailure("'=' alignment not allowed in string format specifier");
        }
        int points = text.codePointCount(0, text.length());
        int kept = precision().map(most -> Math.min(most, points)).orElse(points);
        return padded("", text.substring(0, text.offsetByCodePoints(0, kept)), "<");
    }

    private String whole(BigInteger number) {
        String type = type("d");
        if ("eEfFgG%".contains(type)) {
            return real(number.doubleValue(), "int");
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
                    default -> throw unknown("int");
                };
        String prefix = spec.group("other") != null && "boxX".contains(type) ? "0" + type : "";
        return padded(sign(number.signum() < 0) + prefix, grouped(digits), ">");
    }

    private String real(double number, String called) {
        String sign = sign(number < 0 || 1 / number < 0);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return padded(sign, Double.isNaN(number) ? "nan" : "inf", ">");
        }
        BigDecimal amount = new BigDecimal(Math.abs(number));
        String digits =
                switch (type("")) {
                    case "f", "F" -> fixed(amount, precision().orElse(DEFAULT_PRECISION));
                    case "%" -> fixed(amount.movePointRight(2), precision().orElse(DEFAULT_PRECISION)) + "%";
                    case "e" -> scientific(amount, precision().orElse(DEFAULT_PRECISION));
                    case "E" ->
                        scientific(amount, precision().orElse(DEFAULT_PRECISION))
                                .toUpperCase(Locale.ROOT);
                    case "g", "n" -> general(amount, precision().orElse(DEFAULT_PRECISION));
                    case "G" ->
                        general(amount, precision().orElse(DEFAULT_PRECISION)).toUpperCase(Locale.ROOT);
                    case "" -> plain(Math.abs(number), amount);
                    default -> throw unknown(called);
                };
        return padded(sign, grouped(digits), ">");
    }

    /** Without a type: as short as can be, or so many digits with at least one behind the point. */
    private String plain(double number, BigDecimal amount) {
        if (precision().isEmpty()) {
            return PythonText.repr(number);
        }
        String digits = general(amount, precision().get());
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
        BigDecimal rounded = amount.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = exponent(rounded);
        if (exponent >= SMALL_EXPONENT && exponent < digits) {
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

    private CommandFailure unknown(String called) {
        return new CommandFailure("Unknown format code '" + type("") + "' for object of type '" + called + "'");
    }
}
