package dev.portolan.cloud.legacy;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Finds the request's XML among what a client sent, and decodes it: a byte order mark counts most, then the part's
 * {@code charset}, then the XML declaration, then UTF-8.
 */
final class RequestText {
    private static final String PART = "xmlRequest";
    private static final int LONGEST = 1_000_000;
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    private RequestText() {}

    /**
     * The XML, with nothing before its first angle bracket.
     *
     * @throws BadExport with the reason
     */
    static String of(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        boolean parts = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
        var text = parts ? ofPart(request) : request.getParameter(PART);
        if (text == null) throw new BadExport("there is no part " + PART);
        if (text.length() > LONGEST) throw tooLong();
        // Some clients put blanks before the XML declaration, which no parser allows.
        int from = 0;
        while (from < text.length() && (text.charAt(from) <= ' ' || text.charAt(from) == '\uFEFF')) from++;
        return text.substring(from);
    }

    private static @Nullable String ofPart(HttpServletRequest request) throws IOException {
        try {
            Part found = null;
            for (var part : request.getParts()) {
                if (!part.getName().equals(PART)) continue;
                if (found != null) throw new BadExport("there is more than one part " + PART);
                found = part;
            }
            if (found == null) return null;
            byte[] bytes = found.getInputStream().readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) throw tooLong();
            return decoded(bytes, found.getContentType());
        } catch (ServletException | IllegalStateException unreadable) {
            throw new BadExport("the multipart body cannot be read");
        }
    }

    private static BadExport tooLong() {
        return new BadExport("the part " + PART + " is longer than " + LONGEST + " bytes");
    }

    static String decoded(byte[] bytes, @Nullable String contentType) {
        var charset = charset(bytes, contentType);
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException broken) {
            throw new BadExport("the request is not valid " + charset.name());
        }
    }

    private static Charset charset(byte[] bytes, @Nullable String contentType) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        if (first == 0xFEFF || first != 0 && first < 0x100) return StandardCharsets.UTF_16BE;
        if (first == 0xFFFE || first != 0 && (first & 0xFF) == 0) return StandardCharsets.UTF_16LE;
        if (first == 0xEFBB) return StandardCharsets.UTF_8;
        var said = ofType(contentType);
        if (said == null) said = declared(bytes);
        // A text of single bytes, whatever it says: some platforms declare how they hold strings in memory.
        return said == null || said.name().startsWith("UTF-16") || said.name().startsWith("UTF-32")
                ? StandardCharsets.UTF_8
                : said;
    }

    private static @Nullable Charset ofType(@Nullable String contentType) {
        if (contentType == null) return null;
        try {
            return MediaType.parseMediaType(contentType).getCharset();
        } catch (IllegalArgumentException unknown) {
            throw new BadExport("the content type of the part " + PART + " cannot be understood");
        }
    }

    private static @Nullable Charset declared(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        var declared = DECLARED.matcher(start);
        if (!declared.find()) return null;
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalArgumentException unknown) {
            throw new BadExport("unknown encoding: " + declared.group(1));
        }
    }
}
