package dev.portolan.demo;

/**
 * Somebody who can sign in to the demo.
 *
 * @param kind operator, partner, customer or direct
 * @param environment cloud or portal
 */
public record DemoUser(
        String name, String email, String password, String company, String kind, String role, String environment) {}
