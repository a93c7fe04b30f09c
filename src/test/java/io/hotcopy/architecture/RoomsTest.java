package io.hotcopy.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may import whom. */
class RoomsTest {
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.hotcopy");

    @Test
    void nothingImportsApp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.hotcopy.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.hotcopy.app..")
                .because("app wires the rooms together and no room knows who wires it")
                .allowEmptyShould(true)
                .check(PRODUCTION);
    }
}
