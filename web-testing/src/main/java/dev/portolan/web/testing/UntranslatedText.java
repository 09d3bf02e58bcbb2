package dev.portolan.web.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/** Finds text on a page of the pseudo-locale that comes from no message file. */
public final class UntranslatedText {
    private static final Pattern TRANSLATED = Pattern.compile("⟦[^⟦⟧]*⟧");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final List<String> SPOKEN = List.of("aria-label", "title", "placeholder", "alt");

    private UntranslatedText() {}

    /** The texts and labels with a letter outside the marks, outside {@code translate="no"}. */
    public static List<String> in(String html) {
        var found = new ArrayList<String>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text && text.parent() instanceof Element parent && visible(parent))
                        check(text.text(), found);
                    if (node instanceof Element element && visible(element))
                        SPOKEN.forEach(name -> check(element.attr(name), found));
                },
                Jsoup.parse(html).body());
        return found;
    }

    private static void check(String text, List<String> found) {
        if (LETTER.matcher(TRANSLATED.matcher(text).replaceAll("")).find()) found.add(text.strip());
    }

    private static boolean visible(Element element) {
        for (Element each = element; each != null; each = each.parent()) {
            if (each.attr("translate").equals("no")) return false;
            if (each.normalName().equals("script") || each.normalName().equals("style")) return false;
        }
        return true;
    }
}
