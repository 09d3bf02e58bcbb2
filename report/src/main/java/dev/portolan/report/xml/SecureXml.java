package dev.portolan.report.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Parsers that resolve nothing. Callers bound the number of bytes and the depth, and refuse a document type event. */
public final class SecureXml {
    private static final WstxInputFactory READERS = readers();

    private SecureXml() {}

    /** A namespace-aware pull parser that finds the encoding by itself. */
    public static XMLStreamReader2 reader(byte[] xml) throws XMLStreamException {
        return (XMLStreamReader2) READERS.createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    /** The same over text already decoded, so that its offsets count characters. */
    public static XMLStreamReader2 reader(String xml) throws XMLStreamException {
        return (XMLStreamReader2) READERS.createXMLStreamReader(new StringReader(xml));
    }

    /** A namespace-aware tree; a document type declaration is an error. */
    public static Document tree(byte[] xml) throws SAXException {
        try {
            return builder().parse(new ByteArrayInputStream(xml));
        } catch (IOException broken) {
            throw new SAXException(broken);
        }
    }

    /** Entries go by their name attribute, everything else by its tag, whichever parser reads it. */
    public static String name(String tag, @Nullable String nameAttribute) {
        boolean entry = tag.equals("entry") || tag.equals("entries");
        return entry && nameAttribute != null ? nameAttribute : tag;
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("Java's own parser lacks a feature", impossible);
        }
    }

    private static WstxInputFactory readers() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // lazy parsing reports broken input as an unchecked exception, in the middle of anything
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 32);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 65_536);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity");
        });
        return factory;
    }

    /** Java's parser otherwise prints to standard error what it also throws. */
    private static final class Silent extends DefaultHandler {
        @Override
        public void error(SAXParseException broken) throws SAXException {
            throw broken;
        }
    }
}
