package io.hotcopy.admin;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The named values of a body or of a query, read as what they are meant to be. Clients send numbers also as text and
 * truth values also capitalised; a null counts as absent. What cannot be read is refused with one sentence (400).
 */
final class Fields {

    /** Longer than any name, path or message that means something. */
    static final int LONGEST_TEXT = 4096;

    private static final int SHOWN = 200;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,30}");

    private final Function<String, Object> values;

    private Fields(Function<String, Object> values) {
        this.values = values;
    }

    static Fields of(Map<String, ?> object) {
        return new Fields(object::get);
    }

    /** The fields of the body, of which one is wanted. */
    static Fields ofBody(AdminRequest request) {
        return of(request.body().orElseThrow(() -> UnmetRequestException.bad("a JSON object is wanted as body")));
    }

    /** The parameters of the query, each given once at most. */
    static Fields ofQuery(AdminRequest request) {
        return new Fields(name -> onlyOne(name, request.query().getOrDefault(name, List.of())));
    }

    private static Object onlyOne(String name, List<String> given) {
        if (given.size() > 1) {
            throw UnmetRequestException.bad("\"" + name + "\" is given " + given.size() + " times");
        }
        return given.isEmpty() ? null : given.get(0);
    }

    boolean has(String name) {
        return values.apply(name) != null;
    }

    private Optional<Object> value(String name) {
        return Optional.ofNullable(values.apply(name));
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) {
        return optionalText(name, LONGEST_TEXT);
    }

    Optional<String> optionalText(String name, int longest) {
        return value(name).map(value -> {
            if (!(value instanceof String text)) {
                throw wrong(name, "a text", value);
            }
            if (text.length() > longest) {
                throw UnmetRequestException.bad("\"" + name + "\" is longer than " + longest + " characters");
            }
            return whole(name, text);
        });
    }

    /** Half a surrogate pair could not be written down. */
    private static String whole(String name, String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw UnmetRequestException.bad("\"" + name + "\" holds half a character");
        }
        return text;
    }

    /** @return between {@code least} and {@code most}, both included */
    long number(String name, long least, long most) {
        return optionalNumber(name, least, most).orElseThrow(() -> missing(name));
    }

    OptionalLong optionalNumber(String name, long least, long most) {
        Optional<Object> value = value(name);
        return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(number(name, value.get(), least, most));
    }

    private static long number(String name, Object value, long least, long most) {
        boolean whole = value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger
                || (value instanceof String text && WHOLE_NUMBER.matcher(text).matches());
        BigInteger number = whole ? new BigInteger(value.toString()) : null;
        if (number == null
                || number.compareTo(BigInteger.valueOf(least)) < 0
                || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw wrong(name, "a whole number from " + least + " to " + most, value);
        }
        return number.longValue();
    }

    boolean flag(String name, boolean whenAbsent) {
        Object value = value(name).orElse(whenAbsent);
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value instanceof String text && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))) {
            return Boolean.parseBoolean(text);
        }
        throw wrong(name, "true or false", value);
    }

    ArchiveId archive(String name) {
        return new ArchiveId((int) number(name, 0, Integer.MAX_VALUE));
    }

    StorageGroupName storageGroup(String name) {
        return storageGroup(name, text(name));
    }

    static StorageGroupName storageGroup(String name, String text) {
        if (text.length() > LONGEST_TEXT || !StorageGroupName.isValid(text)) {
            throw wrong(name, "a name of letters, digits and underscores", text);
        }
        return new StorageGroupName(text);
    }

    Optional<Fields> object(String name) {
        return value(name).map(value -> new Fields(map(name, value)::get));
    }

    /** An object of objects. Empty when absent. */
    Map<String, Fields> objects(String name) {
        Map<String, Fields> objects = new TreeMap<>();
        value(name).ifPresent(value -> map(name, value)
                .forEach((key, each) -> objects.put(key, new Fields(map(name + "." + shown(key), each)::get))));
        return objects;
    }

    /** An object of texts; numbers and truth values count as their text. Empty when absent. */
    Map<String, String> texts(String name) {
        Map<String, String> texts = new TreeMap<>();
        value(name).ifPresent(value -> map(name, value)
                .forEach((key, each) -> texts.put(whole(name, key), scalar(name + "." + shown(key), each))));
        return texts;
    }

    private static String scalar(String name, Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return whole(name, value.toString());
        }
        throw wrong(name, "a text", value);
    }

    private static Map<String, Object> map(String name, Object value) {
        if (!(value instanceof Map<?, ?> object)) {
            throw wrong(name, "an object", value);
        }
        Map<String, Object> map = new TreeMap<>();
        object.forEach((key, each) -> map.put(key.toString(), each));
        return map;
    }

    private static UnmetRequestException missing(String name) {
        return UnmetRequestException.bad("\"" + name + "\" is missing");
    }

    static UnmetRequestException wrong(String name, String wanted, Object found) {
        return UnmetRequestException.bad("\"" + name + "\" must be " + wanted + ", not \"" + shown(found) + "\"");
    }

    /** A value of the user's, as much of it as a sentence bears. */
    static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
