package io.hotcopy.service.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.admin.AdminJson;
import io.hotcopy.driver.CopyRefusedException;
import io.hotcopy.driver.Refusal;
import io.hotcopy.embedded.ConflictException;
import io.hotcopy.engine.HotCopyFailedException;
import io.hotcopy.live.LiveDatabase;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Schedule;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.FileSystems;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is sent of a value is read as that value, for everything that a live domain takes and gives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireJsonTest {
    private static final int ROUNDS = 20;

    private final WireJson wire = new WireJson(FileSystems.getDefault());
    private final long seed = System.nanoTime();

    @Test
    void everythingThatALiveDomainTakesAndGivesArrivesAsItWas() throws ReflectiveOperationException {
        Set<Type> types = reachable();
        assertTrue(
                types.containsAll(
                        List.of(BackupPlan.class, Declarations.class, LiveDatabase.Row.class, HotCopyException.class)),
                "saw " + types);
        assertTrue(types.stream().filter(WireJsonTest::isRecord).count() > 60, "saw only " + types.size());
        for (Type type : types) {
            AnyValues values = new AnyValues(seed);
            for (int round = 0; round < ROUNDS; round++) {
                Object value = values.of(type);
                assertSame(type, value, arrived(type, value), "seed " + seed + ", round " + round + ": " + type);
            }
        }
    }

    @Test
    void everyMethodIsCalledByANameOfItsOwn() {
        assertEquals(33, AttachMethods.all().size());
        assertTrue(AttachMethods.find("LiveDatabase.scan/3").isPresent());
        assertEquals(Optional.empty(), AttachMethods.find("LiveDomain.close/0"));
        assertEquals(Optional.empty(), AttachMethods.find("LiveDomain.database/1"));
    }

    @Test
    void troubleArrivesAsTheKindThatItWas() {
        HotCopyException plain = new HotCopyException("no table \"x\"", "tables shows them", "so does describe");
        assertEquals(HotCopyException.class, arrived(plain).getClass());
        assertEquals(plain.hints(), arrived(plain).hints());
        assertEquals(plain.getMessage(), arrived(plain).getMessage());

        for (boolean cancelled : List.of(true, false)) {
            HotCopyException failed = HotCopyFailedException.told("it failed", cancelled, List.of("It is left."));
            HotCopyFailedException told = assertInstanceOf(HotCopyFailedException.class, arrived(failed));
            assertEquals(cancelled, told.cancelled());
            assertEquals(List.of("It is left."), told.hints());
        }
        for (Refusal.Kind kind : Refusal.Kind.values()) {
            HotCopyException refused = new Refusal(kind, "no", List.of("Take a full.")).exception();
            assertEquals(
                    kind,
                    assertInstanceOf(CopyRefusedException.class, arrived(refused))
                            .kind());
        }
        HotCopyException conflict = ConflictException.told("somebody was first");
        assertInstanceOf(ConflictException.class, arrived(conflict));
        assertEquals(conflict.hints(), arrived(conflict).hints());
    }

    @Test
    void onlyTheDeclaredTypesAreMade() {
        Map<String, Object> other = new HashMap<>();
        other.put("kind", "java.lang.Runtime");
        other.put("value", Map.of());
        assertRefused(Schedule.class, other);
        assertRefused(Schedule.class, Map.of("kind", "Cron", "value", Map.of("nothing", "of it")));
        assertRefused(ArchiveId.class, Map.of("value", -1));
        assertRefused(ArchiveId.class, Map.of("value", 1L << 40));
        assertRefused(ArchiveId.class, Map.of("value", 1, "more", 1));
        assertRefused(ArchiveId.class, "1");
        assertRefused(StorageGroupName.class, Map.of("value", "no name"));
        assertRefused(byte[].class, "*");
        assertRefused(String.class, null);
        assertThrows(IllegalStateException.class, () -> wire.of(Thread.class));
    }

    private void assertRefused(Type type, Object tree) {
        assertThrows(IllegalArgumentException.class, () -> wire.read(type, tree), () -> "seen as " + type);
    }

    private HotCopyException arrived(HotCopyException trouble) {
        return (HotCopyException) arrived(HotCopyException.class, trouble);
    }

    private Object arrived(Type type, Object value) {
        byte[] sent = AdminJson.write(Map.of("it", wire.write(type, value)));
        return wire.read(type, ((Map<?, ?>) AdminJson.read(sent).orElseThrow()).get("it"));
    }

    /** Every type in what is taken and given, and in what those are made of. */
    private static Set<Type> reachable() {
        Set<Type> seen = new LinkedHashSet<>();
        visit(ProgressEvent.class, seen);
        for (Method method : AttachMethods.all()) {
            Stream.of(method.getGenericParameterTypes())
                    .filter(type -> !(type instanceof Class<?> plain && AttachMethods.isListener(plain)))
                    .forEach(type -> visit(type, seen));
            if (method.getReturnType() != void.class) {
                visit(method.getGenericReturnType(), seen);
            }
        }
        return seen;
    }

    private static void visit(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType whole) {
            Stream.of(whole.getActualTypeArguments()).forEach(element -> visit(element, seen));
        } else if (isRecord(type)) {
            Stream.of(((Class<?>) type).getRecordComponents())
                    .forEach(component -> visit(component.getGenericType(), seen));
        } else if (((Class<?>) type).isSealed()
                && ((Class<?>) type).getPackageName().startsWith("io.hotcopy")) {
            Stream.of(((Class<?>) type).getPermittedSubclasses())
                    .filter(WireJsonTest::isRecord)
                    .forEach(kind -> visit(kind, seen));
        }
    }

    private static boolean isRecord(Type type) {
        return type instanceof Class<?> plain && plain.isRecord();
    }

    /** Component by component, since not every record's own equality looks at all of it. */
    private static void assertSame(Type type, Object sent, Object arrived, String where)
            throws ReflectiveOperationException {
        if (sent instanceof byte[] bytes) {
            assertTrue(Arrays.equals(bytes, (byte[]) arrived), where);
        } else if (sent instanceof HotCopyException trouble) {
            assertEquals(trouble.getMessage(), ((HotCopyException) arrived).getMessage(), where);
            assertEquals(trouble.hints(), ((HotCopyException) arrived).hints(), where);
        } else if (sent instanceof Optional<?> some && some.isPresent()) {
            assertSame(type, some.get(), ((Optional<?>) arrived).orElseThrow(), where);
        } else if (sent instanceof List<?> list) {
            List<?> other = (List<?>) arrived;
            assertEquals(list.size(), other.size(), where);
            for (int index = 0; index < list.size(); index++) {
                assertSame(type, list.get(index), other.get(index), where);
            }
        } else if (sent instanceof Record) {
            assertEquals(sent.getClass(), arrived.getClass(), where);
            for (RecordComponent component : sent.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                Object one = component.getAccessor().invoke(sent);
                assertSame(type, one, component.getAccessor().invoke(arrived), where + " in " + component.getName());
            }
        } else {
            assertTrue(Objects.equals(sent, arrived), () -> where + ": " + sent + " arrived as " + arrived);
        }
    }
}
