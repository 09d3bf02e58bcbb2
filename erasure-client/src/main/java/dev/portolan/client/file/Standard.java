package dev.portolan.client.file;

import dev.portolan.client.file.Pattern.Aperiodic;
import dev.portolan.client.file.Pattern.Drawn;
import dev.portolan.client.file.Pattern.Fixed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often a file is overwritten, and with what. Whatever the standard, the last pass is read back whole and compared.
 * For one drive as a whole, NIST SP 800-88 calls one pass of zeros "Clear"; the others are of their authors' documents.
 */
public enum Standard {
    NIST_CLEAR("nist-clear", "NIST 800-88 Clear", fixed(0x00)),
    DOD("dod", "DoD 5220.22-M", fixed(0x00), fixed(0xFF), new Aperiodic()),
    DOD_ECE(
            "dod-ece",
            "DoD 5220.22-M ECE",
            fixed(0x00),
            fixed(0xFF),
            new Aperiodic(),
            new Drawn(),
            fixed(0x00),
            fixed(0xFF),
            new Aperiodic()),
    BSI_VSITR(
            "bsi-vsitr",
            "BSI-VSITR",
            fixed(0x00),
            fixed(0xFF),
            fixed(0x00),
            fixed(0xFF),
            fixed(0x00),
            fixed(0xFF),
            fixed(0xAA)),
    HMG_BASELINE("hmg-baseline", "HMG IS5 Baseline", fixed(0x00)),
    HMG_ENHANCED("hmg-enhanced", "HMG IS5 Enhanced", fixed(0x00), fixed(0xFF), new Aperiodic()),
    AFSSI_5020("afssi-5020", "AFSSI-5020", fixed(0x00), fixed(0xFF), new Aperiodic()),
    RANDOM("random", "Aperiodic random overwrite", new Aperiodic());

    private final String key;
    private final String reportName;
    private final List<Pattern> passes;

    Standard(String key, String reportName, Pattern... passes) {
        this.key = key;
        this.reportName = reportName;
        this.passes = List.of(passes);
    }

    private static Pattern fixed(int value) {
        return new Fixed(value);
    }

    /** As a person names it on the command line. */
    public String key() {
        return key;
    }

    /** As reports name it. */
    public String reportName() {
        return reportName;
    }

    public List<Pattern> passes() {
        return passes;
    }

    public static Optional<Standard> of(String key) {
        var wanted = key.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(each -> each.key.equals(wanted)).findFirst();
    }
}
