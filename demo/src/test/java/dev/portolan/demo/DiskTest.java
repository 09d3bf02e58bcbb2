package dev.portolan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {

    @Test
    void aFullDiskIsSaidInOneLineWhoeverNoticedIt(@TempDir Path state) {
        var file = new IOException("No space left on device");
        var database = new IllegalStateException(
                "load failed", new SQLException("ERROR: could not extend file \"base/5/1\": No space left on device"));

        assertThat(Disk.explain(state, file)).isEqualTo("the disk of " + state + " is full");
        assertThat(Disk.explain(state, database)).isEqualTo("the disk of " + state + " is full");
    }

    @Test
    void otherFailuresKeepTheirWords(@TempDir Path state) {
        assertThat(Disk.explain(state, new IOException("access denied"))).isEqualTo("access denied");
        assertThat(Disk.saysFull(new IOException())).isFalse();
    }
}
