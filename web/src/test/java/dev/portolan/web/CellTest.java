package dev.portolan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-5",
                "+3.5",
                "-",
                "-N/A-",
                "+49 (0)89 123-4",
                "IMEI:553211584442381",
                "44 34 61 04",
                "a=b",
                "user@example.com",
                "  spaced"
            })
    void leavesWhatNoSpreadsheetRuns(String value) {
        assertThat(Cell.safe(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                " =HYPERLINK(\"http://x\")",
                "@SUM(A1)",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd|' /C calc'!A0",
                "\t=1",
                "\r=1",
                "-HYPERLINK(A1)"
            })
    void marksWhatOneWouldRun(String value) {
        assertThat(Cell.safe(value)).isEqualTo("'" + value);
    }
}
