package dev.portolan.contract;

import java.util.UUID;

/** A certificate as signed PDF, in both languages. */
@SuppressWarnings("ArrayRecordComponent") // stored as they are
public record CertificatePages(TransferTry order, UUID certificate, byte[] english, byte[] german) {}
