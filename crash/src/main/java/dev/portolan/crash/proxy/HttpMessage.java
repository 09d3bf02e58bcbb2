package dev.portolan.crash.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request or an answer of HTTP/1.1 as its bytes: the head with its empty line, and the body as it is framed. */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record HttpMessage(byte[] head, byte[] body) {

    /** Null where the connection has ended between two messages. */
    static @Nullable HttpMessage read(InputStream in) throws IOException {
        var head = head(in);
        if (head.length == 0) return null;
        var lower = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return new HttpMessage(head, lower.contains("transfer-encoding: chunked") ? chunks(in) : fixed(in, lower));
    }

    /** The path of a request below the exchange's base. */
    String path() {
        var line = new String(head, StandardCharsets.ISO_8859_1).split(" ", 3);
        return line[1].replaceFirst("^/exchange/v\\d+/", "");
    }

    /** The status of an answer. */
    int status() {
        return Integer.parseInt(new String(head, StandardCharsets.ISO_8859_1).split(" ", 3)[1]);
    }

    void write(OutputStream out) throws IOException {
        out.write(head);
        out.write(body);
        out.flush();
    }

    /** @return where the second half begins */
    int writeHalf(OutputStream out) throws IOException {
        int half = body.length / 2;
        out.write(head);
        out.write(body, 0, half);
        out.flush();
        return half;
    }

    private static byte[] head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int last = 0; // the last four bytes
        while (last != 0x0d0a0d0a) {
            int next = in.read();
            if (next < 0) {
                if (head.size() == 0) return new byte[0];
                throw new IOException("ended in a head");
            }
            head.write(next);
            last = last << 8 | next;
        }
        return head.toByteArray();
    }

    private static byte[] fixed(InputStream in, String head) throws IOException {
        int at = head.indexOf("content-length:");
        if (at < 0) return new byte[0];
        int length =
                Integer.parseInt(head.substring(at + 15, head.indexOf('\r', at)).strip());
        var body = in.readNBytes(length);
        if (body.length < length) throw new IOException("ended in a body");
        return body;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        int size;
        do {
            var line = line(in);
            body.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            size = Integer.parseInt(line.split(";", 2)[0].strip(), 16);
            body.write(in.readNBytes(size + 2));
        } while (size > 0);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new IOException("ended in a chunk");
            if (next != '\r') line.append((char) next);
        }
        return line.toString();
    }
}
