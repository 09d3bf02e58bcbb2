package dev.portolan.portal.proof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class IndependenceTest {

    @Test
    void theProofSharesNothingWithTheIntakeThatWroteWhatItReads() {
        noClasses()
                .that()
                .resideInAPackage("dev.portolan.portal.proof..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.portolan.portal.intake..", "dev.portolan.portal.exchange..")
                .check(new ClassFileImporter().importPackages("dev.portolan.portal"));
    }
}
