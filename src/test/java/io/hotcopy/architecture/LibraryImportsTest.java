package io.hotcopy.architecture;

import static io.hotcopy.architecture.Scan.check;

import org.junit.jupiter.api.Test;

/** Which room may use which library. */
class LibraryImportsTest {
    @Test
    void groovyOnlyInDslAndScript() {
        check(LibraryRules.GROOVY);
    }

    @Test
    void terminalOnlyInShellAndApp() {
        check(LibraryRules.TERMINAL);
    }

    @Test
    void rocksdbOnlyInEmbedded() {
        check(LibraryRules.ROCKSDB);
    }

    @Test
    void cronOnlyInTimetable() {
        check(LibraryRules.CRON);
    }

    @Test
    void httpOnlyInService() {
        check(LibraryRules.HTTP);
    }

    @Test
    void jacksonOnlyInClassesNamedForIt() {
        check(LibraryRules.JACKSON);
    }
}
