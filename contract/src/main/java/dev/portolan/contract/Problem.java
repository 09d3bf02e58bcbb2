package dev.portolan.contract;

/**
 * Why a message was refused.
 *
 * @param code stable, for programs
 * @param detail what it is about: an address, a document id, an epoch
 */
public record Problem(int status, String code, String detail) {}
