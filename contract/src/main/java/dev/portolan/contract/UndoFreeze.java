package dev.portolan.contract;

/**
 * Freezes a tenant for its undo.
 *
 * @param leaseSeconds after so long the Portal gives the tenant back by itself, unless the Cloud decides by then
 */
public record UndoFreeze(UndoTry undo, int leaseSeconds) {
    public UndoFreeze {
        if (leaseSeconds < 1) throw new IllegalArgumentException("a lease lasts");
    }
}
