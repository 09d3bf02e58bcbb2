/**
 * What the wizard orders of the engine, and what it may ask about the work: ports, implemented by the two stages. An
 * order joins the caller's transaction, which has moved the state of every subject before; the engine moves all later
 * states.
 */
@NullMarked
package dev.portolan.upgrade.order;

import org.jspecify.annotations.NullMarked;
