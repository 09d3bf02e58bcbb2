package dev.portolan.contract;

import java.util.UUID;

/**
 * One try of one undo; every message of an undo presents it.
 *
 * @param order its {@code transfer} is the id of the undo, its epoch the undo's
 * @param transfer the transfer that is undone
 */
public record UndoTry(TransferTry order, UUID transfer) {}
