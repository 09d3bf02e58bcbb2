package dev.portolan.report.template;

import dev.portolan.report.ReportKind;
import dev.portolan.report.signature.LogAuthor;
import java.util.List;
import java.util.function.Function;

/** What can be erased here, by which product, and by which standards. */
public enum DeviceKind {
    IPHONE(ReportKind.MOBILE, Product.MOBILE, Standards.PURGE, Phones::iphone),
    ANDROID(ReportKind.MOBILE, Product.MOBILE, Standards.PURGE, Phones::android),
    DESKTOP(ReportKind.COMPUTER, Product.DRIVE, Standards.DRIVE, Machines::desktop),
    LAPTOP(ReportKind.COMPUTER, Product.DRIVE, Standards.DRIVE, Machines::laptop),
    SERVER(ReportKind.COMPUTER, Product.DRIVE, Standards.DRIVE, Machines::server),
    LUN(ReportKind.LUN, Product.LUN, Standards.OVERWRITE, Storage::lun),
    FILES(ReportKind.FILE, Product.FILE, Standards.OVERWRITE, Storage::files),
    REMOVABLE_MEDIA(ReportKind.FLASH, Product.REMOVABLE, Standards.OVERWRITE, Storage::removableMedia),
    VIRTUAL_MACHINE(ReportKind.VIRTUAL, Product.VIRTUAL, Standards.OVERWRITE, Machines::virtualMachine);

    private final ReportKind reportKind;
    private final Product product;
    private final List<String> standards;
    private final Function<Draw, Device> device;

    DeviceKind(ReportKind reportKind, Product product, List<String> standards, Function<Draw, Device> device) {
        this.reportKind = reportKind;
        this.product = product;
        this.standards = standards;
        this.device = device;
    }

    public ReportKind reportKind() {
        return reportKind;
    }

    /** The standards that make sense for this device; the first is usual. */
    public List<String> standards() {
        return standards;
    }

    /** The product that erases it, as it signs log entries. */
    public LogAuthor product() {
        return product.author;
    }

    List<String> failures() {
        return product.failures;
    }

    List<String> exceptions() {
        return product.exceptions;
    }

    Device draw(Draw draw) {
        return device.apply(draw);
    }

    private static final class Standards {
        static final List<String> PURGE = List.of("NIST 800-88 Purge", "NIST 800-88 Clear");
        static final List<String> DRIVE =
                List.of("NIST 800-88 Purge", "NIST 800-88 Clear", "IEEE 2883 Purge", "BSI-GS", "DoD 5220.22-M");
        static final List<String> OVERWRITE = List.of(
                "NIST 800-88 Clear", "HMG IS5 Baseline", "BSI-GS", "DoD 5220.22-M", "Aperiodic random overwrite");
    }

    private enum Product {
        MOBILE(
                new LogAuthor("Blancco 5 Mobile", "30", "Blancco Mobile Diagnostics and Erasure", "5.8.1", "5.8.1"),
                List.of("Cannot connect to device", "Device was disconnected", "Activation lock is on"),
                List.of("User has ignored request to remove SIM cards.", "Memory card was not erased.")),
        DRIVE(
                new LogAuthor("Blancco Drive Eraser", "20", "Blancco Drive Eraser", "7.14.0", "9d1c02e4f7b5"),
                List.of(
                        "Write error at sector 118274560",
                        "Drive is frozen and could not be unlocked",
                        "Drive stopped responding",
                        "Firmware-based erasure was refused by the drive"),
                List.of("Remapped sectors could not be erased.", "Hidden area could not be removed.")),
        LUN(
                new LogAuthor("Blancco LUN Eraser", "22", "Blancco LUN Eraser", "3.6.2", "b81e77a0c3d1"),
                List.of("Connection to the storage array was lost"),
                List.of("Thin-provisioned blocks were not allocated.")),
        FILE(
                new LogAuthor("Blancco File Eraser", "24", "Blancco File Eraser", "8.9.0", "8.9.0"),
                List.of("File is in use by another process", "Access was denied"),
                List.of("Shadow copies of the file were not erased.")),
        REMOVABLE(
                new LogAuthor(
                        "Blancco Removable Media Eraser", "26", "Blancco Removable Media Eraser", "3.1.0", "3.1.0"),
                List.of("Media was removed during erasure", "Media is write-protected"),
                List.of("Reserved blocks could not be reached.")),
        VIRTUAL(
                new LogAuthor(
                        "Blancco Virtual Machine Eraser", "28", "Blancco Virtual Machine Eraser", "6.2.0", "6.2.0"),
                List.of("Virtual machine could not be powered off"),
                List.of("Snapshots outside the data store were not erased."));

        private final LogAuthor author;
        private final List<String> failures;
        private final List<String> exceptions;

        Product(LogAuthor author, List<String> failures, List<String> exceptions) {
            this.author = author;
            this.failures = failures;
            this.exceptions = exceptions;
        }
    }
}
