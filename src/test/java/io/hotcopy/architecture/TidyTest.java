package io.hotcopy.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.architecture.SourceTree.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a formatter does not see. */
class TidyTest {
    private static final int LINES_OF_A_FILE = 500;
    private static final int COLUMNS_OF_A_LINE = 120;
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    private static final Pattern WILDCARD_IMPORT = Pattern.compile("^\\s*import\\s.*\\.\\*;?\\s*$");
    private static final Pattern VAR = Pattern.compile("\\bvar\\s+\\w+\\s*[=:]");
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.}])/(wo" + "rk|ro" + "ot|ho" + "me|Us" + "ers)/\\w");
    private static final Pattern SWITCHED_OFF =
            Pattern.compile("@(\\w+\\.)*(Dis" + "abled|Ign" + "ore|Pending" + "Feature)\\b");
    private static final Pattern JAVA_TEST =
            Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b|\\bextends \\w+Contract\\b");
    private static final Pattern FEATURE = Pattern.compile("(?m)^\\s*(def|void) [\"'].+[\"']\\s*\\(");
    private static final Pattern ABSTRACT = Pattern.compile("(?m)^(public )?(abstract class|interface) ");

    private static final List<Source> CODE = SourceTree.under("src/main", "src/test", "src/it", "examples", "policies");
    private static final List<Source> SCRIPTS = SourceTree.under("scripts", ".ci");
    private static final List<Source> PAGES = SourceTree.under("src/docs");
    private static final List<Source> TESTS = SourceTree.under("src/test");

    @Test
    void theTreeWasSeen() {
        assertTrue(CODE.size() > 20, "saw only " + CODE.size() + " files of code");
        assertTrue(SCRIPTS.size() >= 2, "saw only " + SCRIPTS.size() + " scripts");
    }

    @Test
    void filesAreShort() {
        assertNone(
                "has more than " + LINES_OF_A_FILE + " lines: what are its two jobs?",
                CODE.stream().filter(source -> source.lines().size() > LINES_OF_A_FILE));
    }

    @Test
    void linesAreShort() {
        assertNoLine(
                "is longer than " + COLUMNS_OF_A_LINE + " columns",
                Stream.concat(CODE.stream(), SCRIPTS.stream()),
                line -> line.codePointCount(0, line.length()) > COLUMNS_OF_A_LINE);
    }

    @Test
    void nothingIsLeftForLater() {
        assertNoLine("leaves something for later", all(), has(UNFINISHED));
    }

    @Test
    void noTestIsSwitchedOff() {
        assertNoLine("switches a test off", TESTS.stream(), has(SWITCHED_OFF));
    }

    @Test
    void importsNameWhatTheyImport() {
        assertNoLine("imports by wildcard", CODE.stream(), has(WILDCARD_IMPORT));
    }

    @Test
    void typesAreWritten() {
        assertNoLine("hides a type behind var", CODE.stream().filter(Source::isJava), has(VAR));
    }

    @Test
    void noPathOfOneMachine() {
        assertNoLine("names a path of one machine", all(), has(MACHINE_PATH));
    }

    @Test
    void noTabsInCode() {
        assertNoLine(
                "holds a tab",
                CODE.stream().filter(source -> source.isJava() || source.isGroovy()),
                line -> line.contains("\t"));
    }

    @Test
    void everyPackageSaysWhatItTakesAndGives() {
        assertNone(
                "lies in a package without package-info.java",
                SourceTree.under("src/main/java").stream()
                        .filter(source -> !Files.exists(source.path().resolveSibling("package-info.java"))));
    }

    @Test
    void everyTestFileHoldsATest() {
        assertNone(
                "is named for tests and holds none",
                TESTS.stream().filter(source -> isRunByName(source) && !holdsTests(source)));
    }

    @Test
    void everyTestIsInAFileThatIsRun() {
        assertNone(
                "holds tests, but nothing runs it: name it …Test, …Spec or …IT, or make it abstract",
                TESTS.stream()
                        .filter(source -> holdsTests(source) && !isRunByName(source))
                        .filter(source -> !ABSTRACT.matcher(source.text()).find()));
    }

    @Test
    void gitIgnoresWhatIsMadeAndHidesNoSource() throws IOException {
        Pattern anchored = Pattern.compile("!?/(?!src\\b).+|\\*\\.class|#.*");
        List<String> rules = Files.readAllLines(Path.of(".gitignore"));
        assertTrue(rules.containsAll(List.of("/target/", "/data/")), "saw only " + rules);
        assertEquals(
                List.of(),
                rules.stream().filter(anchored.asMatchPredicate().negate()).toList(),
                "would hide a file of this name wherever it lies");
    }

    private static boolean isRunByName(Source source) {
        return Pattern.matches("\\w+(Test|Soak)\\.java|\\w+(Spec|IT|Soak)\\.groovy", source.name());
    }

    private static boolean holdsTests(Source source) {
        return (source.isJava() && JAVA_TEST.matcher(source.text()).find())
                || (source.isGroovy() && FEATURE.matcher(source.text()).find());
    }

    private static Stream<Source> all() {
        return Stream.of(CODE.stream(), SCRIPTS.stream(), PAGES.stream()).flatMap(sources -> sources);
    }

    private static Predicate<String> has(Pattern pattern) {
        return line -> pattern.matcher(line).find();
    }

    private static void assertNoLine(String complaint, Stream<Source> sources, Predicate<String> wrong) {
        List<String> found = sources.flatMap(
                        source -> IntStream.range(0, source.lines().size())
                                .filter(line -> wrong.test(source.lines().get(line)))
                                .mapToObj(line -> source.path() + ":" + (line + 1) + " " + complaint))
                .toList();
        assertEquals(List.of(), found);
    }

    private static void assertNone(String complaint, Stream<Source> wrong) {
        assertEquals(
                List.of(), wrong.map(source -> source.path() + " " + complaint).toList());
    }
}
