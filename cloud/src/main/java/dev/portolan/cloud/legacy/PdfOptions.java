package dev.portolan.cloud.legacy;

import dev.portolan.report.certificate.SheetExtra;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How a PDF is written. Whatever {@code type} a request names, there is one layout, that of {@code albus_standard}. */
record PdfOptions(Locale language, Set<SheetExtra> extras) {
    static final PdfOptions USUAL = new PdfOptions(Locale.US, Set.of());

    PdfOptions {
        extras = Set.copyOf(extras);
    }

    static PdfOptions of(Locale language, boolean barcode, boolean verification) {
        var extras = EnumSet.noneOf(SheetExtra.class);
        if (barcode) extras.add(SheetExtra.BARCODE);
        if (verification) extras.add(SheetExtra.VERIFICATION);
        return new PdfOptions(language, extras);
    }
}
