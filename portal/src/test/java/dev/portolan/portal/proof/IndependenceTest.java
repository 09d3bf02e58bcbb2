package dev.portolan.portal.proof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class IndependenceTest {

    /**
     * Neither the intake that wrote what it reads, nor the engine, nor the arrival of reports (packages of their own below
     * dev.portolan.report): what is not named here may not be used.
     */
    @Test
    void theProofKnowsTheContractTheDatabaseAndTheFormatOfAStoredBody() {
        classes()
                .that()
                .resideInAPackage("dev.portolan.portal.proof..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.springframework..",
                        "org.jspecify..",
                        "dev.portolan.portal.proof",
                        "dev.portolan.contract",
                        "dev.portolan.platform",
                        "dev.portolan.report")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.portolan.portal.proof"));
    }
}
