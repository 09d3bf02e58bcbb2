package dev.portolan.report.signature;

import dev.portolan.report.LogEntry;
import dev.portolan.report.UnreadableReport;
import java.nio.charset.StandardCharsets;

/**
 * The log entry of the environment that received a report. It stands beside the bytes received, which are never
 * edited, and is merged in on export. It signs the report with the entries it had on arrival.
 */
public final class ReceivedEntry {
    private final String xml;
    private final LogEntry entry;

    private ReceivedEntry(String xml, LogEntry entry) {
        this.xml = xml;
        this.entry = entry;
    }

    /**
     * An entry read back from where it was stored.
     *
     * @throws UnreadableReport if the bytes are no log entry
     */
    public static ReceivedEntry of(byte[] xml) {
        return new ReceivedEntry(new String(xml, StandardCharsets.US_ASCII), LogEntry.parse(xml));
    }

    static ReceivedEntry of(String xml) {
        return of(xml.getBytes(StandardCharsets.US_ASCII));
    }

    /** The entry as XML, in ASCII. */
    public byte[] bytes() {
        return xml.getBytes(StandardCharsets.US_ASCII);
    }

    public LogEntry entry() {
        return entry;
    }

    /**
     * The report as the environment hands it out: the bytes received with this entry at the end of the document log.
     *
     * @param original the bytes received, which stay as they are
     */
    public byte[] export(byte[] original) {
        return LogPosition.in(original).insert(xml);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReceivedEntry that && xml.equals(that.xml);
    }

    @Override
    public int hashCode() {
        return xml.hashCode();
    }
}
