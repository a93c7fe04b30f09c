package io.hotcopy.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.stream.Stream;

/** Which room may see which, each rule with its reason. */
final class RoomRules {
    static final String[] PURE = {"plan", "simulate", "timetable", "recovery", "retention"};
    static final String[] SETS = {"backupset", "recovery", "vault"};

    static final ArchRule TERM = seesOnly("term").because("words are what every room shares; a word needs no room");
    static final ArchRule PROBLEM =
            seesOnly("problem").because("every room reports problems, so reporting one must cost no import");
    static final ArchRule PROGRESS =
            seesOnly("progress").because("every long job tells its progress, so telling it must cost no import");
    static final ArchRule MODEL = seesOnly("model", "term", "problem")
            .because("what people declare must not depend on how it is read or run");

    static final ArchRule TIMETABLE = seesOnly("timetable", "model", "term")
            .because("a schedule and a zone are enough to tell when; what is done then is decided elsewhere");

    static final ArchRule SETS_KNOW_NO_POLICY = in(SETS).should()
            .dependOnClassesThat(
                    resideInAnyPackage(rooms("model", "plan", "dsl", "driver", "embedded", "nuodb", "engine")))
            .because("sets are read on the bad day, when policy and database may be lost");

    static final ArchRule RESTORE = seesOnly("restore", "term", "problem", "progress", "backupset", "recovery", "vault")
            .because("a set alone must be enough to restore; what differs by kind of database is an ArchiveFormat");
    static final ArchRule VERIFY = seesOnly(
                    "verify", "term", "problem", "progress", "backupset", "recovery", "vault", "restore")
            .because("a set alone must be enough to judge it, and judging it means restoring it");

    static final ArchRule PURE_ROOMS_TOUCH_NO_DISK = in(PURE).should()
            .dependOnClassesThat(resideInAnyPackage("java.io..", "java.nio.channels..", "java.net..")
                    .or(Predicates.named("java.nio.file.Files", "java.nio.file.FileSystems")))
            .orShould()
            .accessTargetWhere(Predicates.pathMethodThatReadsTheDisk())
            .because("run time, dry run and proof call the same rules, and only facts handed in can be proven");

    static final ArchRule VERB_DOES_NO_IO = in("verb")
            .should()
            .dependOnClassesThat(resideInAPackage("java.io..")
                    .and(not(Predicates.named("java.io.IOException", "java.io.UncheckedIOException"))))
            .orShould()
            .dependOnClassesThat(Predicates.named("java.nio.file.Files", "java.nio.file.FileSystems"))
            .because("a verb says what is done, once, for shell, scripts and service; the rooms it calls do the I/O");

    static final ArchRule NOTHING_IMPORTS_TESTKIT = outside("testkit")
            .should()
            .dependOnClassesThat(resideInAPackage("io.hotcopy.testkit.."))
            .because("testkit is for people's own specifications; what a room of ours needs of it belongs in a room");
    static final ArchRule TESTKIT = seesOnly(
                    "testkit",
                    "term",
                    "problem",
                    "progress",
                    "model",
                    "dsl",
                    "backupset",
                    "driver",
                    "plan",
                    "simulate",
                    "embedded",
                    "restore",
                    "verb")
            .because("people specify what a policy means; shell, script and service are ways to say it, and a"
                    + " specification is one more");

    static final ArchRule LIVE_IS_NOT_A_CALLER = in("live")
            .should()
            .dependOnClassesThat(resideInAnyPackage(rooms("verb", "shell", "script", "admin", "service", "dsl")))
            .because("the running domain is the same for whoever asks, in this process or from another");
    static final ArchRule ADMIN = in("admin")
            .should()
            .dependOnClassesThat(resideInAnyPackage(rooms("service", "verb", "shell", "script", "dsl")))
            .because(
                    "what the vendor's protocol means is the same by network and in the shell, and concerns the running"
                            + " domain alone");
    static final ArchRule SERVICE = in("service")
            .should()
            .dependOnClassesThat(resideInAnyPackage(rooms("verb", "shell", "script", "dsl")))
            .because("the service answers for the running domain; who asks keeps their own files and words");

    static final ArchRule NOTHING_IMPORTS_APP = outside("app")
            .should()
            .dependOnClassesThat(resideInAPackage("io.hotcopy.app.."))
            .because("app wires the rooms together and no room knows who wires it");
    static final ArchRule NOTHING_IMPORTS_SHELL = outside("app", "shell")
            .should()
            .dependOnClassesThat(resideInAPackage("io.hotcopy.shell.."))
            .because("the shell is one caller of the verbs among several");

    static final ArchRule NO_CYCLES_BETWEEN_ROOMS = slices().matching("io.hotcopy.(*)..")
            .should()
            .beFreeOfCycles()
            .because("two rooms that need each other are one room");
    static final ArchRule NO_CYCLES_BETWEEN_PACKAGES = slices().matching("io.hotcopy.(**)")
            .should()
            .beFreeOfCycles()
            .because("a reader must be able to read one package before the other");
    static final ArchRule SUB_PACKAGES_ARE_PRIVATE = noClasses()
            .should(Conditions.dependOnASubPackageOfAnotherRoom())
            .because("a room is entered by its front door; its sub-packages are its own affair");

    private RoomRules() {}

    /** The package patterns of rooms, sub-packages included. */
    static String[] rooms(String... names) {
        return Stream.of(names).map(name -> "io.hotcopy." + name + "..").toArray(String[]::new);
    }

    static GivenClassesConjunction in(String... rooms) {
        return noClasses().that().resideInAnyPackage(rooms(rooms));
    }

    static GivenClassesConjunction outside(String... rooms) {
        return noClasses().that().resideOutsideOfPackages(rooms(rooms));
    }

    private static ArchRule seesOnly(String room, String... others) {
        String[] allowed = Stream.concat(Stream.of(room), Stream.of(others)).toArray(String[]::new);
        return in(room).should()
                .dependOnClassesThat(resideInAPackage("io.hotcopy..").and(not(resideInAnyPackage(rooms(allowed)))));
    }
}
