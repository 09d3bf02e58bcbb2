package dev.portolan.report.certificate;

import dev.portolan.report.xml.SecureXml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * An XHTML page whose {@code data-} attributes say what goes where: {@code text}, {@code content} and {@code alt} a value,
 * {@code msg} a message, {@code class} one more class, {@code if} keep only with a value, {@code each} repeat for a
 * list. Values become text nodes and attribute values, never markup.
 */
final class PageTemplate {
    private final byte[] xhtml;

    private PageTemplate(byte[] xhtml) {
        this.xhtml = xhtml;
    }

    static PageTemplate resource(String path) {
        try (InputStream in = PageTemplate.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + path);
            }
            return new PageTemplate(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Document fill(Map<String, Object> values, String language, UnaryOperator<String> texts) {
        try {
            Document page = SecureXml.tree(xhtml);
            page.getDocumentElement().setAttribute("lang", language);
            new Filling(texts).fill(page.getDocumentElement(), values);
            return page;
        } catch (SAXException broken) {
            throw new IllegalStateException("the page template is broken", broken);
        }
    }

    private record Filling(UnaryOperator<String> texts) {
        void fill(Element element, Map<String, Object> values) {
            String condition = take(element, "data-if");
            if (!condition.isEmpty() && !present(values.get(condition))) {
                element.getParentNode().removeChild(element);
                return;
            }
            String list = take(element, "data-each");
            if (list.isEmpty()) {
                fillOne(element, values);
            } else {
                repeat(element, list, values);
            }
        }

        private void repeat(Element element, String list, Map<String, Object> values) {
            Node parent = element.getParentNode();
            for (Object item : values.get(list) instanceof List<?> items ? items : List.of()) {
                Map<String, Object> inner = new HashMap<>(values);
                ((Map<?, ?>) item).forEach((key, value) -> inner.put((String) key, value));
                Element copy = (Element) element.cloneNode(true);
                parent.insertBefore(copy, element);
                fillOne(copy, inner);
            }
            parent.removeChild(element);
        }

        private void fillOne(Element element, Map<String, Object> values) {
            String text = take(element, "data-text");
            String message = take(element, "data-msg");
            String content = take(element, "data-content");
            String alternative = take(element, "data-alt");
            String style = take(element, "data-class");
            if (!content.isEmpty()) {
                element.setAttribute("content", printable(values.get(content)));
            }
            if (!alternative.isEmpty()) {
                element.setAttribute("alt", printable(values.get(alternative)));
            }
            if (!style.isEmpty()) {
                element.setAttribute(
                        "class", (element.getAttribute("class") + " " + printable(values.get(style))).strip());
            }
            if (!text.isEmpty()) {
                element.setTextContent(printable(values.get(text)));
            } else if (!message.isEmpty()) {
                element.setTextContent(texts.apply(message));
            } else {
                children(element).forEach(child -> fill(child, values));
            }
        }

        private static List<Element> children(Element element) {
            List<Element> children = new ArrayList<>();
            for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element child) {
                    children.add(child);
                }
            }
            return children;
        }

        private static String take(Element element, String attribute) {
            String value = element.getAttribute(attribute);
            element.removeAttribute(attribute);
            return value;
        }

        private static boolean present(@Nullable Object value) {
            return switch (value) {
                case null -> false;
                case String text -> !text.isEmpty();
                case List<?> list -> !list.isEmpty();
                case Boolean flag -> flag;
                default -> true;
            };
        }

        private static String printable(@Nullable Object value) {
            return value == null ? "" : value.toString();
        }
    }
}
