package io.hotcopy.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the rules look at: the classes of production, and the folders they are compiled from. */
final class Scan {
    static final Path ROOMS = Path.of("src", "main", "java", "io", "hotcopy");

    static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.hotcopy");

    private Scan() {}

    /**
     * Checks a rule about the rooms given (all rooms when none is). A rule that matches no class fails if one of its
     * rooms has a folder, and passes only as long as none has.
     */
    static void check(ArchRule rule, String... rooms) {
        boolean built = rooms.length == 0 || Stream.of(rooms).anyMatch(Scan::isBuilt);
        rule.allowEmptyShould(!built).check(PRODUCTION);
    }

    /** The names of the rooms that have a folder, in order. */
    static List<String> builtRooms() {
        try (Stream<Path> folders = Files.list(ROOMS)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBuilt(String room) {
        return Files.isDirectory(ROOMS.resolve(room));
    }
}
