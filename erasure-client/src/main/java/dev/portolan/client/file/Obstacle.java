package dev.portolan.client.file;

/** Why a file is not erased whatever a person accepts. */
public enum Obstacle {
    MISSING,
    SYMBOLIC_LINK,
    DIRECTORY,
    /** A device, a pipe, a socket. */
    SPECIAL,
    EMPTY,
    UNCHANGEABLE,
    NOT_PERMITTED,
    IN_USE
}
