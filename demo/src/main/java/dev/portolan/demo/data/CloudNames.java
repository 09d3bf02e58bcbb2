package dev.portolan.demo.data;

import java.util.Map;

/**
 * What mails of the Cloud call things.
 *
 * @param url where people open the Cloud, without a slash at the end
 * @param cloud the Cloud's name
 * @param portal the Portal's name
 * @param support the vendor's address for questions
 */
public record CloudNames(String url, String cloud, String portal, String support) {

    /** Reads the environment variables that the Cloud runs with; the defaults are its own. */
    public static CloudNames of(Map<String, String> environment) {
        return new CloudNames(
                environment.getOrDefault("PORTOLAN_PUBLIC_URL", "http://127.0.0.1:8081"),
                environment.getOrDefault("PORTOLAN_CLOUD_NAME", "Blancco Cloud"),
                environment.getOrDefault("PORTOLAN_PORTAL_NAME", "Blancco Management Portal"),
                environment.getOrDefault("PORTOLAN_SUPPORT_CONTACT", "support@vendor.example"));
    }
}
