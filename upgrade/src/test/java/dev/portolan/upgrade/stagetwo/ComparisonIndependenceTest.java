package dev.portolan.upgrade.stagetwo;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ComparisonIndependenceTest {
    private static final Class<?>[] COMPARISON = {
        Comparison.class, ReportComparison.class, Differences.class, OwnSide.class
    };

    @Test
    void whatComparesKnowsOnlyWhatTheTwoSidesSay() {
        classes()
                .that(belongToAnyOf(COMPARISON))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "dev.portolan.contract")
                        .or(belongToAnyOf(COMPARISON)))
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.portolan.upgrade.stagetwo"));
    }
}
