/**
 * Which step of the wizard a company is at: one table of steps and events, every move recorded with who and when. The
 * journey's row is locked while a step advances, so two managers or a double click cannot run a step twice.
 */
@NullMarked
package dev.portolan.upgrade.journey;

import org.jspecify.annotations.NullMarked;
