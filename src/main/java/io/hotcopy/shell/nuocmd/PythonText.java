package io.hotcopy.shell.nuocmd;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values as Python writes them: {@code str} for a value that stands alone, {@code repr} for one inside another. Values
 * are those of JSON, {@link Tuple}s and {@link Entity}s.
 */
final class PythonText {
    /** Numbers of this exponent and more are written with it. */
    private static final int LARGE_EXPONENT = 16;

    private static final int SMALL_EXPONENT = -4;
    private static final int DIGITS_OF_A_DOUBLE = 17;

    /** A pair or more of values in round brackets. */
    record Tuple(List<Object> values) {}

    private PythonText() {}

    static String str(Object value) {
        return value instanceof String text ? text : repr(value);
    }

    static String repr(Object value) {
        if (value == null) {
            return "None";
        } else if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        } else if (value instanceof String text) {
            return quoted(text);
        } else if (value instanceof Double || value instanceof Float) {
            return repr(((Number) value).doubleValue());
        } else if (value instanceof List<?> list) {
            return joined(list, "[", "]");
        } else if (value instanceof Tuple tuple) {
            return joined(tuple.values(), "(", ")");
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> repr(entry.getKey()) + ": " + repr(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value.toString();
    }

    /** As the properties of an entity show: what lies directly in a list or map is written as if it stood alone. */
    static String ofProperty(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(PythonText::str).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> str(entry.getKey()) + ": " + str(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return str(value);
    }

    /** What the value is called in messages. */
    static String type(Object value) {
        if (value == null) {
            return "NoneType";
        } else if (value instanceof Boolean) {
            return "bool";
        } else if (value instanceof String) {
            return "str";
        } else if (value instanceof Double || value instanceof Float) {
            return "float";
        } else if (value instanceof Number) {
            return "int";
        } else if (value instanceof List) {
            return "list";
        } else if (value instanceof Map) {
            return "dict";
        }
        return value instanceof Entity entity ? entity.type() : "tuple";
    }

    /** The fewest digits that mean this number and no other. */
    static String repr(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        } else if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        } else if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(number).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= SMALL_EXPONENT && exponent < LARGE_EXPONENT) {
            String plain = shortest.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        return scientific(shortest, exponent);
    }

    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < DIGITS_OF_A_DOUBLE; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == number) {
                return rounded;
            }
        }
        return exact.round(new MathContext(DIGITS_OF_A_DOUBLE, RoundingMode.HALF_EVEN));
    }

    private static String scientific(BigDecimal number, int exponent) {
        String digits = number.unscaledValue().abs().toString();
        String rest = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + rest + exponent(exponent);
    }

    /** {@code e-07}, {@code e+16}. */
    static String exponent(int exponent) {
        return (exponent < 0 ? "e-" : "e+") + String.format("%02d", Math.abs(exponent));
    }

    private static String joined(List<?> values, String open, String close) {
        String comma = open.equals("(") && values.size() == 1 ? "," : "";
        return values.stream().map(PythonText::repr).collect(Collectors.joining(", ", open, comma + close));
    }

    private static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder quoted = new StringBuilder().append(quote);
        text.codePoints().forEach(point -> quoted.append(point == quote ? "\\" + quote : escaped(point)));
        return quoted.append(quote).toString();
    }

    private static String escaped(int point) {
        return switch (point) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isPrintable(point) ? Character.toString(point) : numbered(point);
        };
    }

    private static String numbered(int point) {
        if (point < 0x100) {
            return String.format("\\x%02x", point);
        }
        return point < 0x10000 ? String.format("\\u%04x", point) : String.format("\\U%08x", point);
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }
}
