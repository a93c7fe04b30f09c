package io.hotcopy.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What the rules look for in a class: calls and method references alike. */
final class Predicates {
    private Predicates() {}

    static DescribedPredicate<JavaClass> named(String... names) {
        Set<String> wanted = Set.of(names);
        return describe("one of " + wanted, type -> wanted.contains(type.getName()));
    }

    static DescribedPredicate<JavaClass> areNotNamedForText() {
        return describe("are not named …Yaml or …Json", type -> {
            String outermost = type.getName().replaceFirst("\\$.*", "");
            return !outermost.endsWith("Yaml") && !outermost.endsWith("Json");
        });
    }

    static DescribedPredicate<JavaAccess<?>> standardStream() {
        return describe(
                "System.out, System.err or System.in", access -> isOn(access, System.class, "out", "err", "in"));
    }

    static DescribedPredicate<JavaAccess<?>> pathFromText() {
        return describe(
                "a path made from text", access -> isOn(access, Path.class, "of") || isOn(access, Paths.class, "get"));
    }

    static DescribedPredicate<JavaAccess<?>> pathMethodThatReadsTheDisk() {
        return describe(
                "a method of Path that reads the disk",
                access -> isOn(access, Path.class, "toRealPath", "toAbsolutePath", "toFile", "register"));
    }

    static DescribedPredicate<JavaAccess<?>> systemTime() {
        return describe(
                "the time of day of the machine",
                access -> isOn(access, System.class, "currentTimeMillis")
                        || isOn(access, Clock.class, "systemUTC", "systemDefaultZone", "system", "tickMillis")
                        || isOn(access, Clock.class, "tickSeconds", "tickMinutes")
                        || isNowWithoutClock(access)
                        || (isOn(access, java.util.Date.class, "<init>") && parameters(access) == 0));
    }

    static DescribedPredicate<JavaAccess<?>> unseededChance() {
        return describe(
                "chance without a seed",
                access -> isOn(access, ThreadLocalRandom.class, "current")
                        || isOn(access, Math.class, "random")
                        || isOn(access, UUID.class, "randomUUID")
                        || isOn(access, SecureRandom.class, "<init>", "getInstance", "getInstanceStrong")
                        || (isOn(access, Random.class, "<init>") && parameters(access) == 0)
                        || (isOn(access, SplittableRandom.class, "<init>") && parameters(access) == 0)
                        || (isOn(access, Collections.class, "shuffle") && parameters(access) == 1));
    }

    private static boolean isNowWithoutClock(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().equals("java.time")
                && access.getName().equals("now")
                && access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean isOn(JavaAccess<?> access, Class<?> owner, String... names) {
        return access.getTargetOwner().isEquivalentTo(owner) && Set.of(names).contains(access.getName());
    }

    private static int parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                ? target.getRawParameterTypes().size()
                : 0;
    }
}
