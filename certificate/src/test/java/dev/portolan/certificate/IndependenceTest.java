package dev.portolan.certificate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

/** Architecture: whoever verifies needs nothing of what moved the data. */
@AnalyzeClasses(packages = "dev.portolan.certificate")
class IndependenceTest {

    @ArchTest
    void certificates_know_reports_and_nothing_else_of_ours(JavaClasses classes) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.portolan.migration..",
                        "dev.portolan.upgrade..",
                        "dev.portolan.cloud..",
                        "dev.portolan.portal..",
                        "dev.portolan.contract..",
                        "java.net.http..",
                        "java.sql..")
                .check(classes);
    }
}
