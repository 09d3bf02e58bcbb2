package dev.portolan.report.certificate;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Draws the attribute {@code content} of an {@code object} as bars (Code 128), as vectors, so that any printer does. */
final class Barcode implements FSObjectDrawer {
    /** The type of objects that are bar codes. */
    static final String TYPE = "application/x-code128";

    @Override
    public @Nullable Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        var bars = new Code128Writer().encode(element.getAttribute("content"), BarcodeFormat.CODE_128, 0, 1);
        device.drawWithGraphics(
                (float) x,
                (float) y,
                (float) width / dotsPerPixel,
                (float) height / dotsPerPixel,
                graphics -> draw(bars, graphics, width / dotsPerPixel, height / dotsPerPixel));
        return null;
    }

    private static void draw(BitMatrix bars, Graphics2D graphics, double width, double height) {
        graphics.setColor(Color.BLACK);
        double module = width / bars.getWidth();
        int from = 0;
        while (from < bars.getWidth()) {
            int to = from;
            while (to < bars.getWidth() && bars.get(to, 0)) to++;
            if (to > from) graphics.fill(new Rectangle2D.Double(from * module, 0, (to - from) * module, height));
            from = Math.max(to, from + 1);
        }
    }
}
