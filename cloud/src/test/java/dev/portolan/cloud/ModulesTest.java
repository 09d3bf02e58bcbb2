package dev.portolan.cloud;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void eachModuleUsesOnlyThePublicFaceOfOthersAndNoTwoUseEachOther() {
        ApplicationModules.of(CloudApp.class).verify();
    }
}
