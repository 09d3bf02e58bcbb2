package dev.portolan.portal;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    @Test
    void everyPackageIsAModuleThatUsesOnlyWhatOthersShow() {
        ApplicationModules.of(PortalApp.class).verify();
    }
}
