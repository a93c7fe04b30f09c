package io.hotcopy.architecture;

import static io.hotcopy.architecture.RoomRules.outside;

import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.file.FileSystems;

/** Terminal, file system, time and chance are handed in by {@code app}, each rule with its reason. */
final class OutsideWorldRules {
    static final ArchRule STANDARD_STREAMS = outside("app")
            .should()
            .accessTargetWhere(Predicates.standardStream())
            .because("the same verbs run in a shell, a script and a service; who calls decides where text goes");

    static final ArchRule PATHS = outside("app", "testkit")
            .should()
            .accessTargetWhere(Predicates.pathFromText())
            .orShould()
            .dependOnClassesThat(Predicates.named(
                    File.class.getName(),
                    FileInputStream.class.getName(),
                    FileOutputStream.class.getName(),
                    FileReader.class.getName(),
                    FileWriter.class.getName(),
                    RandomAccessFile.class.getName(),
                    FileSystems.class.getName()))
            .because(
                    "paths are handed in, so that tests can hand in a file system that fails; app and testkit are where"
                            + " people's own programs and commands name files by text");

    static final ArchRule CLOCK = outside("app")
            .should()
            .accessTargetWhere(Predicates.systemTime())
            .because("what depends on the time of day must be run at any time of day by a test");

    static final ArchRule CHANCE = outside("app")
            .should()
            .accessTargetWhere(Predicates.unseededChance())
            .because("a failure that chance found must be found again from its seed");

    private OutsideWorldRules() {}
}
