package dev.portolan.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The two reports of the field that came with the task, and short made-up ones. */
public final class Samples {
    public static final byte[] SUCCESSFUL = read("mobile-successful.xml");
    public static final byte[] FAILED = read("mobile-failed.xml");
    public static final String ID = "56433954-7266-3642-e266-3710624d534e";

    private Samples() {}

    /** A bare report with the smallest description, and this after it. */
    public static byte[] minimal(String after) {
        return bytes("<report><blancco_data><description><document_id>" + ID
                + "</document_id></description></blancco_data>" + after + "</report>");
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] read(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/reports/" + name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
