package io.hotcopy.service.attach;

import java.math.BigInteger;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The forms of what is one text, number or truth value. */
final class WireScalars {
    private WireScalars() {}

    /** By their types. */
    static Map<Class<?>, WireForm> all(FileSystem files) {
        return Map.ofEntries(
                Map.entry(String.class, new Text(value -> value)),
                Map.entry(Path.class, new Text(files::getPath)),
                Map.entry(Instant.class, new Text(Instant::parse)),
                Map.entry(Duration.class, new Text(Duration::parse)),
                Map.entry(LocalTime.class, new Text(LocalTime::parse)),
                Map.entry(ZoneId.class, new Text(ZoneId::of)),
                Map.entry(UUID.class, new Text(UUID::fromString)),
                Map.entry(byte[].class, new Bytes()),
                Map.entry(long.class, new Whole(number -> number.longValueExact())),
                Map.entry(Long.class, new Whole(number -> number.longValueExact())),
                Map.entry(int.class, new Whole(number -> number.intValueExact())),
                Map.entry(double.class, new Real()),
                Map.entry(boolean.class, new Truth()),
                Map.entry(Object.class, new AsItIs()));
    }

    /** Values that are equal to what their text is read as. */
    private record Text(Function<String, Object> reader) implements WireForm {
        @Override
        public Object write(Object value) {
            return value.toString();
        }

        @Override
        public Object read(Object tree) {
            String text = WireForm.text(tree, "a text");
            try {
                return reader.apply(text);
            } catch (DateTimeException other) {
                throw new IllegalArgumentException(other.getMessage(), other);
            }
        }
    }

    private record Bytes() implements WireForm {
        @Override
        public Object write(Object value) {
            return Base64.getEncoder().encodeToString((byte[]) value);
        }

        @Override
        public Object read(Object tree) {
            return Base64.getDecoder().decode(WireForm.text(tree, "bytes in base64"));
        }
    }

    private record Whole(Function<BigInteger, Object> reader) implements WireForm {
        @Override
        public Object write(Object value) {
            return value;
        }

        @Override
        public Object read(Object tree) {
            if (!(tree instanceof Integer || tree instanceof Long)) {
                throw WireForm.isNo(tree, "a whole number that a computer counts with");
            }
            try {
                return reader.apply(BigInteger.valueOf(((Number) tree).longValue()));
            } catch (ArithmeticException tooGreat) {
                throw new IllegalArgumentException(tooGreat.getMessage(), tooGreat);
            }
        }
    }

    /** As text, since JSON has no infinity, and the text of a double is read as that double. */
    private record Real() implements WireForm {
        @Override
        public Object write(Object value) {
            return value.toString();
        }

        @Override
        public Object read(Object tree) {
            return Double.valueOf(WireForm.text(tree, "the text of a number"));
        }
    }

    private record Truth() implements WireForm {
        @Override
        public Object write(Object value) {
            return value;
        }

        @Override
        public Object read(Object tree) {
            if (!(tree instanceof Boolean)) {
                throw WireForm.isNo(tree, "true or false");
            }
            return tree;
        }
    }

    /** What is on the wire already. */
    private record AsItIs() implements WireForm {
        @Override
        public Object write(Object value) {
            return value;
        }

        @Override
        public Object read(Object tree) {
            if (tree == null) {
                throw WireForm.isNo(tree, "a value");
            }
            return tree;
        }
    }
}
