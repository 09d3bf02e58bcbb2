package dev.portolan.cloud.legacy;

import dev.portolan.report.xml.SecureXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads {@code request > export-report}, in any order of its elements; what it does not know it passes over. */
final class RequestReader {
    private static final int DEEPEST = 20;
    private static final int MOST_ELEMENTS = 2_000;
    private static final int MOST_SEARCHES = 200;
    private static final int MOST_COLUMNS = 300;
    private static final int LONGEST = 4_000;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8}){0,3}");

    private final XMLStreamReader in;
    private final List<Search> searches = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private CsvOptions csv = CsvOptions.USUAL;
    private PdfOptions pdf = PdfOptions.USUAL;
    private int depth;
    private int elements;
    private int exports;

    private RequestReader(XMLStreamReader in) {
        this.in = in;
    }

    /** @throws BadExport with the reason */
    static ExportRequest read(String xml) {
        try {
            var in = SecureXml.reader(xml);
            try {
                return new RequestReader(in).read();
            } finally {
                in.close();
            }
        } catch (XMLStreamException broken) {
            throw new BadExport("the request is not well-formed XML");
        }
    }

    private ExportRequest read() throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD -> throw new BadExport("a document type declaration is not allowed");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new BadExport("the request is not well-formed XML");
                default -> {
                    // white space, comments and instructions say nothing
                }
            }
        }
        if (exports != 1) throw new BadExport("there must be one export-report");
        return new ExportRequest(searches, columns, csv, pdf);
    }

    private void start() throws XMLStreamException {
        var name = in.getLocalName();
        if (++depth > DEEPEST || ++elements > MOST_ELEMENTS)
            throw new BadExport("the request has too many elements, or they stand too deep in each other");
        if (depth == 1 && !name.equals("request")) throw new BadExport("the root element is not request");
        if (name.equals("export-report")) exports++;
        if (exports == 0) return;
        switch (name) {
            case "report" -> mode(attribute("mode"));
            case "search" -> search();
            case "columnPath" -> column();
            case "csv-options" ->
                csv = CsvOptions.of(language("csvLanguage"), attribute("delimiter"), attribute("subDelimiter"));
            case "pdf-options" ->
                pdf = PdfOptions.of(
                        language("pdfLanguage"),
                        flag("embedBarcode", false),
                        flag("embedVerificationPercentage", false));
            default -> {
                // clients in the field may send what only the old environment knew
            }
        }
    }

    private static void mode(String mode) {
        if (!mode.isEmpty() && !mode.equals("original")) throw new BadExport("unknown mode: " + cut(mode));
    }

    private void search() {
        if (searches.size() == MOST_SEARCHES) throw new BadExport("more than " + MOST_SEARCHES + " searches");
        var path = path(required("path").strip());
        var name = required("operator").strip();
        var operator = Operator.of(name).orElseThrow(() -> new BadExport("unknown operator: " + cut(name)));
        var value = SearchValue.of(
                path, operator, required("value"), attribute("datatype").strip());
        searches.add(new Search(path, operator, value, flag("conjunction", true)));
    }

    private void column() throws XMLStreamException {
        if (columns.size() == MOST_COLUMNS) throw new BadExport("more than " + MOST_COLUMNS + " columns");
        var text = new StringBuilder();
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) throw new BadExport("a columnPath holds elements");
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) text.append(in.getText());
            if (text.length() > LONGEST) throw new BadExport("too long: columnPath");
        }
        depth--;
        columns.add(path(text.toString().strip()));
    }

    private static String path(String path) {
        if (!Paths.known(path)) throw new BadExport("unknown path: " + cut(path));
        return path;
    }

    private Locale language(String name) {
        var language = attribute(name).strip();
        if (language.isEmpty()) return Locale.US;
        if (!LANGUAGE.matcher(language).matches()) throw new BadExport("not a language: " + cut(language));
        return Locale.forLanguageTag(language.replace('_', '-'));
    }

    private boolean flag(String name, boolean otherwise) {
        var flag = attribute(name).strip().toLowerCase(Locale.ROOT);
        return switch (flag) {
            case "" -> otherwise;
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadExport(name + " is neither true nor false: " + cut(flag));
        };
    }

    private String required(String name) {
        if (in.getAttributeValue(null, name) == null) throw new BadExport("a search lacks " + name);
        return attribute(name);
    }

    private String attribute(String name) {
        var value = in.getAttributeValue(null, name);
        if (value == null) return "";
        if (value.length() > LONGEST) throw new BadExport("too long: " + name);
        return value;
    }

    static String cut(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100);
    }
}
