package dev.portolan.report.signature;

import dev.portolan.report.UnreadableReport;
import dev.portolan.report.UnreadableReport.Reason;
import dev.portolan.report.xml.SecureXml;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Where in the bytes of a report the next log entry belongs. Every byte of the report stays as it is, before and after
 * the entry, so its layout, encoding and signatures survive.
 *
 * @param from the first character that the entry displaces; {@code to} is that after it, the same but for an empty log
 */
record LogPosition(Charset charset, String text, int from, int to, String opening, String closing) {
    private static final List<String> LOG = List.of("document_log", "description", "blancco_data", "report");
    private static final List<String> ID = List.of("document_id", "description", "blancco_data", "report");

    static LogPosition in(byte[] report) {
        try {
            Charset charset = charset(report);
            String text = charset.newDecoder().decode(ByteBuffer.wrap(report)).toString();
            return find(charset, text);
        } catch (XMLStreamException | CharacterCodingException | IllegalArgumentException broken) {
            throw new UnreadableReport(Reason.REPORT_MALFORMED, "not well-formed XML", broken);
        }
    }

    /** The report with the entry in its log, in the layout of the field. The entry is plain ASCII, which every encoding here can write. */
    byte[] insert(String entry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text.substring(0, from).getBytes(charset));
        out.writeBytes((opening + "    " + entry + "\n            " + closing).getBytes(charset));
        out.writeBytes(text.substring(to).getBytes(charset));
        return out.toByteArray();
    }

    private static Charset charset(byte[] report) throws XMLStreamException {
        XMLStreamReader2 in = SecureXml.reader(report);
        try {
            return Charset.forName(in.getEncoding());
        } finally {
            in.close();
        }
    }

    private static LogPosition find(Charset charset, String text) throws XMLStreamException {
        int mark = text.startsWith("\uFEFF") ? 1 : 0;
        XMLStreamReader2 in = SecureXml.reader(text.substring(mark));
        try {
            Deque<String> path = new ArrayDeque<>();
            int afterId = -1;
            while (in.hasNext()) {
                int event = in.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    path.push(SecureXml.name(in.getLocalName(), in.getAttributeValue(null, "name")));
                    if (in.isEmptyElement() && at(path, LOG)) {
                        return emptyLog(charset, text, mark + start(in), mark + end(in));
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    if (at(path, LOG)) {
                        return new LogPosition(charset, text, mark + start(in), mark + start(in), "", "");
                    }
                    afterId = at(path, ID) ? mark + end(in) : afterId;
                    path.pop();
                }
            }
            if (afterId < 0) {
                throw new UnreadableReport(Reason.REPORT_WITHOUT_ID, "no document id");
            }
            return new LogPosition(charset, text, afterId, afterId, "<document_log>", "</document_log>");
        } finally {
            in.close();
        }
    }

    /** {@code <document_log />} has to be opened for the entry; canonically both are the same. */
    private static LogPosition emptyLog(Charset charset, String text, int from, int to) {
        String opening = text.substring(from, to).replaceFirst("\\s*/>$", ">");
        String tag = opening.substring(1).split("[\\s>]", 2)[0];
        return new LogPosition(charset, text, from, to, opening, "</" + tag + ">");
    }

    private static boolean at(Deque<String> path, List<String> wanted) {
        boolean bare = path.size() == wanted.size();
        boolean wrapped = path.size() == wanted.size() + 1 && "root".equals(path.peekLast());
        return (bare || wrapped) && path.stream().limit(wanted.size()).toList().equals(wanted);
    }

    private static int start(XMLStreamReader2 in) {
        return (int) in.getLocationInfo().getStartingCharOffset();
    }

    private static int end(XMLStreamReader2 in) throws XMLStreamException {
        return (int) in.getLocationInfo().getEndingCharOffset();
    }
}
