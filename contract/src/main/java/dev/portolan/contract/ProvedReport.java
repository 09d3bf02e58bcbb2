package dev.portolan.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * A report as one side reads it.
 *
 * @param digest SHA-256 over the original bytes; the Portal computes it anew from the stored body
 * @param entryDigest SHA-256 over the log entry of the environment that received it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by ProofRoot
public record ProvedReport(UUID document, byte[] digest, byte[] entryDigest, Instant receivedAt) {}
