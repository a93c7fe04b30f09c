package io.hotcopy.service.attach;

import io.hotcopy.driver.Refusal;
import io.hotcopy.problem.HotCopyException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes values of declared types, by chance: what a record refuses is made again. */
final class AnyValues {
    private static final int TRIES = 10_000;
    private static final List<String> TEXTS = List.of(
            "A1",
            "nightly",
            "UNPARTITIONED",
            "0 0 3 * * *",
            "backups/{date}",
            "überall",
            "a\"b\\c\n\t",
            "\u0001",
            "🙂 x",
            "");

    private final Random random;

    AnyValues(long seed) {
        random = new Random(seed);
    }

    Object of(Type type) {
        if (type instanceof ParameterizedType whole) {
            return collection((Class<?>) whole.getRawType(), whole.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(plain);
        } else if (plain.isEnum()) {
            return one(List.of(plain.getEnumConstants()));
        } else if (plain.isSealed() && plain != ZoneId.class) {
            return of(one(List.of(plain.getPermittedSubclasses())));
        }
        return scalar(plain);
    }

    private Object scalar(Class<?> type) {
        if (type == String.class) {
            return one(TEXTS);
        } else if (type == long.class || type == Long.class) {
            return one(List.of(0L, 1L, (long) random.nextInt(1000), random.nextLong() >>> 1, Long.MAX_VALUE, -1L));
        } else if (type == int.class) {
            return one(List.of(0, 1, 2, random.nextInt(1000), Integer.MAX_VALUE, -1));
        } else if (type == double.class) {
            return one(List.of(0.0, -0.0, 0.1, 5.0, 1e300, Double.POSITIVE_INFINITY, Double.NaN, random.nextDouble()));
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == byte[].class) {
            byte[] bytes = new byte[random.nextInt(5)];
            random.nextBytes(bytes);
            return bytes;
        } else if (type == Path.class) {
            return Path.of("/" + one(List.of("a", "überall", "x y/z")));
        } else if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        } else if (type == Duration.class) {
            return Duration.ofSeconds(random.nextInt(100_000), random.nextInt(1_000_000_000));
        } else if (type == LocalTime.class) {
            return LocalTime.of(random.nextInt(24), random.nextInt(60));
        } else if (type == ZoneId.class) {
            return ZoneId.of(one(List.of("UTC", "Europe/Berlin", "+02:00")));
        } else if (type == UUID.class) {
            return new UUID(random.nextLong(), random.nextLong());
        } else if (type == HotCopyException.class) {
            return one(List.of(
                    new HotCopyException(one(TEXTS), one(TEXTS)), new Refusal(one(TEXTS), List.of()).exception()));
        }
        throw new IllegalStateException("no way to make " + type);
    }

    private Object collection(Class<?> raw, Type... elements) {
        int size = random.nextInt(3);
        List<Object> some = Stream.generate(() -> of(elements[0])).limit(size).toList();
        if (raw == Optional.class) {
            return some.stream().findFirst();
        } else if (raw == List.class) {
            return some;
        } else if (raw == Set.class) {
            return new HashSet<>(some);
        } else if (raw == SortedSet.class) {
            return new TreeSet<>(some);
        }
        Map<Object, Object> map = raw == SortedMap.class ? new TreeMap<>() : new HashMap<>();
        some.forEach(key -> map.put(key, of(elements[1])));
        return map;
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] parameters =
                Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Throwable refusal = null;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            List<Object> values = new ArrayList<>();
            Stream.of(components).forEach(component -> values.add(of(component.getGenericType())));
            try {
                return type.getDeclaredConstructor(parameters).newInstance(values.toArray());
            } catch (InvocationTargetException refused) {
                refusal = refused.getCause();
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        throw new IllegalStateException("cannot make " + type, refusal);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
