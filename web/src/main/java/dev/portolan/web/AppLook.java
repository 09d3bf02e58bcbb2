package dev.portolan.web;

/**
 * How an app presents itself; in templates as {@code @appLook}.
 *
 * @param name "cloud" or "portal": its colours and icon
 * @param productName the configured name of the product, for titles and mails
 */
public record AppLook(String name, String productName) {}
