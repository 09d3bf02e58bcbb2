package dev.portolan.web.testing;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/** Finds text on a page of the pseudo-locale that comes from no message file and is not marked as somebody's own. */
public final class UntranslatedText {
    private static final List<String> SPOKEN = List.of("aria-label", "title", "placeholder", "alt");

    private UntranslatedText() {}

    public static List<String> in(String html) {
        return in(Jsoup.parse(html));
    }

    /** The texts and labels with a letter or digit outside the marks ⟦ and ⟧, outside {@code translate="no"}. */
    public static List<String> in(Document page) {
        var found = new ArrayList<String>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text
                            && text.parent() instanceof Element parent
                            && isText(parent)
                            && !marked(text.text())) found.add(text.text().strip());
                    if (node instanceof Element element && isText(element)) spoken(element, found);
                },
                page.body());
        return found;
    }

    private static void spoken(Element element, List<String> found) {
        boolean datum =
                element.normalName().equals("time") || element.attr("role").equals("progressbar");
        if (datum) return;
        for (var name : SPOKEN) if (!marked(element.attr(name))) found.add(name + "=" + element.attr(name));
    }

    private static boolean isText(Element element) {
        return element.closest("[translate=no], script, style, template") == null;
    }

    /** A translated text may hold another one. */
    private static boolean marked(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '⟦') depth++;
            else if (each == '⟧') depth--;
            else if (depth == 0 && Character.isLetter(each)) return false;
        }
        return true;
    }
}
