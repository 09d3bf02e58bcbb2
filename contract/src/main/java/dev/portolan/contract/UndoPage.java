package dev.portolan.contract;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for reports that the Portal has received itself since the transfer.
 *
 * @param after the last document id of the page before, null for the first
 */
public record UndoPage(UndoTry undo, @Nullable UUID after) {}
