package dev.portolan.cloud.proof;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.portolan.report.ReportBody;
import dev.portolan.report.Sha256;
import dev.portolan.report.UnreadableReport;
import dev.portolan.upgrade.certificate.Inventory;
import dev.portolan.upgrade.stagetwo.OwnSide;
import org.junit.jupiter.api.Test;

class IndependenceTest {

    /** Neither the engine, nor what copies, nor what receives reports: what is not named here may not be used. */
    @Test
    void theEnumerationKnowsTheContractTheDatabaseAndWhatReadsABody() {
        classes()
                .that()
                .resideInAPackage("dev.portolan.cloud.proof..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.springframework..", "org.jspecify..")
                        .or(resideInAPackage("dev.portolan.cloud.proof"))
                        .or(resideInAnyPackage("dev.portolan.contract", "dev.portolan.certificate"))
                        .or(type(Sha256.class).or(type(ReportBody.class)).or(type(UnreadableReport.class)))
                        .or(type(OwnSide.class).or(type(Inventory.class)).or(type(Inventory.Figures.class))))
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.portolan.cloud.proof"));
    }
}
