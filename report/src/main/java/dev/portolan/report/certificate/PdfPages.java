package dev.portolan.report.certificate;

import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import org.w3c.dom.Document;

/** Fills an XHTML page and renders it as tagged PDF (PDF/UA), all fonts embedded. Safe between threads; keep one. */
public final class PdfPages {
    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private static final FSObjectDrawerFactory OBJECTS = objects();

    private final PageTemplate page;
    private final FSDefaultCacheStore fontMetrics = new FSDefaultCacheStore();
    private final byte[] regular = font("OpenSans-Regular");
    private final byte[] semibold = font("OpenSans-Semibold");
    private final byte[] bold = font("OpenSans-Bold");
    private final byte[] mono = font("LiberationMono-Regular");

    private PdfPages(PageTemplate page) {
        this.page = page;
    }

    /** Of a template on the class path; how it says what goes where is written in its reader. */
    public static PdfPages of(String template) {
        return new PdfPages(PageTemplate.resource(template));
    }

    /**
     * The PDF's bytes.
     *
     * @param values texts, lists of maps, flags, by the names that the page has for them
     * @param language of the document
     * @param texts messages by their keys
     */
    public byte[] render(Map<String, Object> values, String language, UnaryOperator<String> texts) {
        return pdf(page.fill(values, language, texts));
    }

    private byte[] pdf(Document xhtml) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfVersion(1.7f);
        builder.withProducer("Portolan");
        builder.useObjectDrawerFactory(OBJECTS);
        builder.useUriResolver((base, uri) -> null);
        builder.useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, fontMetrics);
        use(builder, regular, "Open Sans", 400);
        use(builder, semibold, "Open Sans", 600);
        use(builder, bold, "Open Sans", 700);
        use(builder, mono, "Liberation Mono", 400);
        builder.withW3cDocument(xhtml, null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return out.toByteArray();
    }

    private static FSObjectDrawerFactory objects() {
        var factory = new DefaultObjectDrawerFactory();
        factory.registerDrawer(Barcode.TYPE, new Barcode());
        return factory;
    }

    private static void use(PdfRendererBuilder builder, byte[] font, String family, int weight) {
        builder.useFont(() -> new ByteArrayInputStream(font), family, weight, FontStyle.NORMAL, true);
    }

    private static byte[] font(String name) {
        try (InputStream in = PdfPages.class.getResourceAsStream("/report/fonts/" + name + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("no font " + name);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
