package dev.portolan.contract;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which hidden reports has a transfer brought?
 *
 * @param after the last one of the page before, null for the first page
 */
public record HiddenPage(TransferTry order, @Nullable UUID after, int limit) {}
