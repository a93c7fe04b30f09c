package io.hotcopy.shell.screen;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.Lineage;
import io.hotcopy.verb.ForPeople;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes results as JSON for programs: a record is an object of its components, a list an array, an empty optional
 * {@code null}; commit numbers, archive ids and sizes (in bytes) are numbers; every other value is its text. Components
 * that are {@link ForPeople} are left out.
 */
public final class ResultJson {
    private ResultJson() {}

    /** Writes the value and a line feed. */
    public static void write(Object value, PrintWriter out) {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            writeAny(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write JSON", e);
        }
        out.println();
        out.flush();
    }

    private static void writeAny(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Optional<?> optional) {
            writeAny(json, optional.orElse(null));
        } else if (value instanceof Collection<?> items) {
            writeArray(json, items);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(json, map);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (number(value).isPresent()) {
            json.writeNumber(number(value).get());
        } else if (value instanceof Double || value instanceof Float) {
            json.writeNumber(((Number) value).doubleValue());
        } else if (value instanceof Enum<?> word) {
            json.writeString(word.name().toLowerCase(Locale.ROOT));
        } else if (value instanceof Record && !isWord(value)) {
            writeRecord(json, value);
        } else {
            json.writeString(value.toString());
        }
    }

    private static Optional<Long> number(Object value) {
        if (value instanceof CommitNumber commit) {
            return Optional.of(commit.value());
        } else if (value instanceof ByteSize size) {
            return Optional.of(size.bytes());
        } else if (value instanceof ArchiveId archive) {
            return Optional.of((long) archive.value());
        }
        boolean whole = value instanceof Long || value instanceof Integer;
        return whole ? Optional.of(((Number) value).longValue()) : Optional.empty();
    }

    /** The words of the trade have a text of their own, but for those that are made of several. */
    private static boolean isWord(Object value) {
        return value.getClass().getPackage().equals(CommitNumber.class.getPackage())
                && !(value instanceof Lineage)
                && !(value instanceof CommitRange);
    }

    private static void writeArray(JsonGenerator json, Collection<?> items) throws IOException {
        json.writeStartArray();
        for (Object item : items) {
            writeAny(json, item);
        }
        json.writeEndArray();
    }

    private static void writeMap(JsonGenerator json, Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.writeFieldName(entry.getKey().toString());
            writeAny(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void writeRecord(JsonGenerator json, Object value) throws IOException {
        json.writeStartObject();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            if (!component.isAnnotationPresent(ForPeople.class)) {
                json.writeFieldName(component.getName());
                writeAny(json, read(component, value));
            }
        }
        json.writeEndObject();
    }

    private static Object read(RecordComponent component, Object value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
