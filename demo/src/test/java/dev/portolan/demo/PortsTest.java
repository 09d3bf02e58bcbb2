package dev.portolan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @Test
    void aTakenPortIsSaidInOneLineAndNothingIsLeftRunning(@TempDir Path state) throws Exception {
        var ports = Ports.free();
        var options = DemoOptions.forTests(state, DemoData.NONE).withPorts(ports);
        try (var taken = new ServerSocket(ports.portal(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> DemoSystem.start(options, Progress.SILENT))
                    .isInstanceOf(DemoFailure.class)
                    .hasMessage("port " + taken.getLocalPort()
                            + " is taken by another program; choose others with --ports FROM");
        }
        assertThat(ports.taken()).isEmpty();
        assertThat(Files.exists(state.resolve("access.json"))).isFalse();
    }

    @Test
    void aSecondDemoOnTheSameDataIsRefused(@TempDir Path state) throws Exception {
        var options = DemoOptions.forTests(state, DemoData.NONE);
        try (var first = StateLock.take(state)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> DemoSystem.start(options, Progress.SILENT))
                    .isInstanceOf(DemoFailure.class)
                    .hasMessage("a demo with data in " + state + " is running already");
        }
    }

    @Test
    void impossiblePortsAreRefused() {
        assertThatThrownBy(() -> new Ports(80)).hasMessageContaining("--ports takes a number from 1024");
        assertThatThrownBy(() -> new Ports(65_530)).isInstanceOf(DemoFailure.class);
    }
}
