package dev.portolan.cloud.legacy;

import dev.portolan.report.ReportTime;
import dev.portolan.report.xml.SecureXml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads {@code request > export-report}, in any order of its elements. */
final class RequestReader {
    private static final int MOST_SEARCHES = 100;
    private static final int LONGEST = 4_000;
    private static final List<String> OWN_PATHS =
            List.of("report.id", "report.uuid", "report.report_date", "report.product_version");
    private static final Pattern INTO_THE_REPORT = Pattern.compile("(blancco_data|user_data)(\\.[^.].*)?");

    private RequestReader() {}

    /** @throws BadExport with the reason */
    static ExportRequest read(byte[] xml) {
        var root = tree(xml).getDocumentElement();
        if (!root.getTagName().equals("request")) throw new BadExport("the root element is not request");
        var exports = root.getElementsByTagName("export-report");
        if (exports.getLength() != 1) throw new BadExport("there must be one export-report");
        var export = (Element) exports.item(0);
        checkMode(export);
        var searches = export.getElementsByTagName("search");
        if (searches.getLength() > MOST_SEARCHES) throw new BadExport("more than " + MOST_SEARCHES + " searches");
        var read = new ArrayList<Search>();
        for (int i = 0; i < searches.getLength(); i++) read.add(search((Element) searches.item(i)));
        return new ExportRequest(read);
    }

    private static Document tree(byte[] xml) {
        try {
            return SecureXml.tree(stripped(xml));
        } catch (SAXException broken) {
            throw new BadExport("the request is not well-formed XML");
        }
    }

    /** Some clients put blanks before the XML declaration, which no parser allows. */
    private static byte[] stripped(byte[] xml) {
        int from = 0;
        while (from < xml.length && (xml[from] == ' ' || xml[from] == '\n' || xml[from] == '\r' || xml[from] == '\t'))
            from++;
        return Arrays.copyOfRange(xml, from, xml.length);
    }

    private static void checkMode(Element export) {
        var reports = export.getElementsByTagName("report");
        if (reports.getLength() == 0) return;
        var mode = ((Element) reports.item(0)).getAttribute("mode");
        if (!mode.isEmpty() && !mode.equals("original")) throw new BadExport("unknown mode: " + cut(mode));
    }

    private static Search search(Element search) {
        var path = attribute(search, "path");
        if (!OWN_PATHS.contains(path) && !INTO_THE_REPORT.matcher(path).matches())
            throw new BadExport("unknown path: " + cut(path));
        var operator = Operator.of(attribute(search, "operator"))
                .orElseThrow(() -> new BadExport("unknown operator: " + cut(search.getAttribute("operator"))));
        return new Search(
                path,
                operator,
                value(search, operator),
                !search.getAttribute("conjunction").equals("false"));
    }

    private static Search.Value value(Element search, Operator operator) {
        var value = attribute(search, "value");
        var type = search.getAttribute("datatype");
        return switch (type.isEmpty() ? "string" : type) {
            case "string" -> new Search.Text(value);
            case "date" -> {
                if (operator == Operator.LIKE) throw new BadExport("like does not go with the datatype date");
                yield new Search.Moment(
                        ReportTime.instant(value).orElseThrow(() -> new BadExport("not a date: " + cut(value))));
            }
            default -> throw new BadExport("unknown datatype: " + cut(type));
        };
    }

    private static String attribute(Element search, String name) {
        @Nullable String value = search.hasAttribute(name) ? search.getAttribute(name) : null;
        if (value == null) throw new BadExport("a search lacks " + name);
        if (value.length() > LONGEST) throw new BadExport("too long: " + name);
        return value;
    }

    private static String cut(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100);
    }
}
