package io.hotcopy.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.hotcopy.architecture.RoomRules.outside;

import com.tngtech.archunit.lang.ArchRule;

/** Which room may use which library, each rule with its reason. */
final class LibraryRules {
    static final ArchRule GROOVY = outside("dsl", "script")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("groovy..", "org.codehaus.groovy..", "org.apache.groovy..", "groovyjarjar*..")
            .because("Groovy is one way of writing things down; the rest must run and start without it");

    static final ArchRule TERMINAL = outside("shell", "app")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jline..", "picocli..")
            .because("only the shell meets a person; everything else answers with records");

    static final ArchRule ROCKSDB = outside("embedded")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.rocksdb..")
            .because("a handle used after close kills the JVM, so one room keeps them all");

    static final ArchRule CRON = outside("timetable")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.cronutils..")
            .because("what a schedule means is decided in one place, also when the clocks change");

    static final ArchRule HTTP = outside("service")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty..", "java.net.http..")
            .because("one room speaks HTTP, so that what is answered can be asked for without it");

    static final ArchRule JACKSON = noClasses()
            .that(Predicates.areNotNamedForText())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..", "org.yaml..")
            .because("how a record is written down is the job of one class beside it, named …Yaml or …Json");

    private LibraryRules() {}
}
