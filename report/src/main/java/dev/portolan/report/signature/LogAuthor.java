package dev.portolan.report.signature;

/**
 * The system that writes a log entry.
 *
 * @param product its display name
 * @param productId its number in the {@code id} attribute
 * @param registeredName its full name in the {@code name} attribute
 */
public record LogAuthor(String product, String productId, String registeredName, String version, String revision) {}
