/**
 * Wires that can be cut: between an app and its database, message by message of PostgreSQL's protocol, and between Cloud
 * and Portal, request by request, with the TLS of both ends ended here. Whoever listens is asked about every message and
 * says whether it passes.
 */
@NullMarked
package dev.portolan.crash.proxy;

import org.jspecify.annotations.NullMarked;
