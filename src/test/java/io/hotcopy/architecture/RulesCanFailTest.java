package io.hotcopy.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule refuses a class written to break it, and lets the nearest honest class pass. */
class RulesCanFailTest {
    private static final Pattern TYPE = Pattern.compile("package ([\\w.]+);.*?(?:class|interface) (\\w+)");

    /** Sources of a few classes, and the rule that is asked about them. */
    record Planted(ArchRule rule, List<String> sources) {}

    @TempDir
    private Path folder;

    static Stream<Planted> broken() {
        return Stream.of(
                planted(RoomRules.TERM, of("term", "io.hotcopy.problem.Problem p;")),
                planted(RoomRules.PROBLEM, of("problem", "io.hotcopy.term.ArchiveId a;")),
                planted(RoomRules.PROGRESS, of("progress", "io.hotcopy.term.ArchiveId a;")),
                planted(RoomRules.MODEL, of("model", "io.hotcopy.progress.ProgressListener p;")),
                planted(RoomRules.TIMETABLE, of("timetable", "io.hotcopy.problem.Problem p;")),
                planted(
                        RoomRules.SETS_KNOW_NO_POLICY,
                        "package io.hotcopy.plan; public class Rule {}",
                        of("backupset", "io.hotcopy.plan.Rule r;")),
                planted(
                        RoomRules.RESTORE,
                        "package io.hotcopy.engine; public class Mover {}",
                        of("restore", "io.hotcopy.engine.Mover m;")),
                planted(
                        RoomRules.VERIFY,
                        "package io.hotcopy.engine; public class Mover {}",
                        of("verify", "io.hotcopy.engine.Mover m;")),
                planted(
                        RoomRules.PURE_ROOMS_TOUCH_NO_DISK,
                        of("plan", "boolean b(java.nio.file.Path p) { return java.nio.file.Files.exists(p); }")),
                planted(
                        RoomRules.PURE_ROOMS_TOUCH_NO_DISK,
                        of("recovery", "Object o(java.nio.file.Path p) { return p.toAbsolutePath(); }")),
                planted(RoomRules.VERB_DOES_NO_IO, of("verb", "java.io.InputStream in;")),
                planted(
                        RoomRules.NOTHING_IMPORTS_TESTKIT,
                        "package io.hotcopy.testkit; public class Fixture {}",
                        of("verb", "io.hotcopy.testkit.Fixture f;")),
                planted(
                        RoomRules.TESTKIT,
                        "package io.hotcopy.shell; public class Bar {}",
                        of("testkit", "io.hotcopy.shell.Bar b;")),
                planted(
                        RoomRules.LIVE_IS_NOT_A_CALLER,
                        "package io.hotcopy.verb; public class Verbs {}",
                        of("live", "io.hotcopy.verb.Verbs v;")),
                planted(
                        RoomRules.ADMIN,
                        "package io.hotcopy.service; public class Http {}",
                        of("admin", "io.hotcopy.service.Http h;")),
                planted(
                        RoomRules.SERVICE,
                        "package io.hotcopy.verb; public class Verbs {}",
                        of("service", "io.hotcopy.verb.Verbs v;")),
                planted(RoomRules.NOTHING_IMPORTS_APP, of("verb", "io.hotcopy.app.Main m;")),
                planted(
                        RoomRules.NOTHING_IMPORTS_SHELL,
                        "package io.hotcopy.shell; public class Bar {}",
                        of("verb", "io.hotcopy.shell.Bar b;")),
                planted(
                        RoomRules.NO_CYCLES_BETWEEN_ROOMS,
                        "package io.hotcopy.plan; public class A { io.hotcopy.verb.Broken b; }",
                        of("verb", "io.hotcopy.plan.A a;")),
                planted(
                        RoomRules.NO_CYCLES_BETWEEN_PACKAGES,
                        "package io.hotcopy.embedded.journal; public class A { io.hotcopy.embedded.Broken b; }",
                        of("embedded", "io.hotcopy.embedded.journal.A a;")),
                planted(
                        RoomRules.SUB_PACKAGES_ARE_PRIVATE,
                        "package io.hotcopy.embedded.journal; public class A {}",
                        of("verb", "io.hotcopy.embedded.journal.A a;")),
                planted(LibraryRules.GROOVY, of("model", "groovy.lang.Closure<?> c;")),
                planted(LibraryRules.GROOVY, of("model", "org.codehaus.groovy.ast.ASTNode n;")),
                planted(LibraryRules.TERMINAL, of("verb", "org.jline.terminal.Terminal t;")),
                planted(LibraryRules.TERMINAL, of("verb", "picocli.CommandLine c;")),
                planted(LibraryRules.ROCKSDB, of("restore", "org.rocksdb.RocksDB db;")),
                planted(LibraryRules.HTTP, of("verb", "java.net.http.HttpClient c;")),
                planted(LibraryRules.HTTP, of("admin", "org.eclipse.jetty.server.Server s;")),
                planted(LibraryRules.CRON, of("plan", "com.cronutils.model.Cron c;")),
                planted(LibraryRules.JACKSON, of("plan", "com.fasterxml.jackson.databind.ObjectMapper m;")),
                planted(OutsideWorldRules.STANDARD_STREAMS, of("verb", "void m() { System.out.println(); }")),
                planted(OutsideWorldRules.PATHS, of("verb", "Object o = java.nio.file.Path.of(\"x\");")),
                planted(
                        OutsideWorldRules.PATHS,
                        of("verb", "java.util.function.Function<String, Object> f = java.nio.file.Path::of;")),
                planted(OutsideWorldRules.PATHS, of("verb", "Object o = new java.io.File(\"x\");")),
                planted(OutsideWorldRules.CLOCK, of("plan", "Object o = java.time.Instant.now();")),
                planted(
                        OutsideWorldRules.CLOCK,
                        of("plan", "Object o = java.time.ZonedDateTime.now(java.time.ZoneId.of(\"UTC\"));")),
                planted(
                        OutsideWorldRules.CLOCK,
                        of("plan", "java.util.function.Supplier<java.time.Instant> s = java.time.Instant::now;")),
                planted(OutsideWorldRules.CLOCK, of("plan", "long l = System.currentTimeMillis();")),
                planted(OutsideWorldRules.CHANCE, of("engine", "Object o = new java.util.Random();")),
                planted(OutsideWorldRules.CHANCE, of("engine", "Object o = java.util.UUID.randomUUID();")));
    }

    static Stream<Planted> honest() {
        return Stream.of(
                planted(RoomRules.RESTORE, of("restore", "io.hotcopy.term.ArchiveId a;")),
                planted(
                        RoomRules.PURE_ROOMS_TOUCH_NO_DISK,
                        of("plan", "Object o(java.nio.file.Path p) { return p.resolve(\"x\"); }")),
                planted(OutsideWorldRules.PATHS, of("testkit", "Object o = java.nio.file.Path.of(\"x\");")),
                planted(RoomRules.VERB_DOES_NO_IO, of("verb", "void m() throws java.io.IOException {}")),
                planted(
                        RoomRules.SUB_PACKAGES_ARE_PRIVATE,
                        "package io.hotcopy.embedded.journal; public class A {}",
                        of("embedded", "io.hotcopy.embedded.journal.A a;")),
                planted(
                        LibraryRules.JACKSON,
                        "package io.hotcopy.plan; class PlanYaml {"
                                + " class Part { com.fasterxml.jackson.core.JsonParser p; } }"),
                planted(
                        OutsideWorldRules.CLOCK,
                        of("plan", "Object o(java.time.Clock c) { return java.time.Instant.now(c); }")),
                planted(OutsideWorldRules.CLOCK, of("plan", "long l = System.nanoTime();")),
                planted(OutsideWorldRules.CHANCE, of("engine", "Object o = new java.util.Random(7);")));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aRuleRefusesWhatItForbids(Planted planted) throws IOException {
        assertTrue(violates(planted), () -> "not refused: " + planted);
    }

    @ParameterizedTest
    @MethodSource("honest")
    void aRuleLetsTheNearestHonestClassPass(Planted planted) throws IOException {
        assertFalse(violates(planted), () -> "refused: " + planted);
    }

    private static Planted planted(ArchRule rule, String... sources) {
        return new Planted(rule, List.of(sources));
    }

    private static String of(String room, String body) {
        return "package io.hotcopy." + room + "; public class Broken { " + body + " }";
    }

    private boolean violates(Planted planted) throws IOException {
        List<String> files = planted.sources().stream().map(this::write).toList();
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Stream<String> options = Stream.of("-proc:none", "-d", classes.toString());
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, Stream.concat(options, files.stream()).toArray(String[]::new));
        assertEquals(0, result, "the planted classes must compile");
        return planted.rule()
                .allowEmptyShould(true)
                .evaluate(new ClassFileImporter().importPath(classes))
                .hasViolation();
    }

    private String write(String source) {
        Matcher type = TYPE.matcher(source);
        assertTrue(type.find(), source);
        Path file = folder.resolve(type.group(1).replace('.', '/')).resolve(type.group(2) + ".java");
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, source).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
