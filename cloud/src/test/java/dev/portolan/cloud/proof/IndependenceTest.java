package dev.portolan.cloud.proof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class IndependenceTest {

    @Test
    void theEnumerationSharesNothingWithTheCopier() {
        noClasses()
                .that()
                .resideInAPackage("dev.portolan.cloud.proof..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.portolan.cloud.transfer..", "dev.portolan.cloud.exchange..")
                .check(new ClassFileImporter().importPackages("dev.portolan.cloud"));
    }
}
