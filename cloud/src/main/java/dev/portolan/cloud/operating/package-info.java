/** What the vendor's operators see of all runs and do with them. Reads the queue of the engine together with the vendor's
 * own rows of companies; whatever it changes it asks the engine for. Tells operators by mail of runs that do not move. */
@NullMarked
package dev.portolan.cloud.operating;

import org.jspecify.annotations.NullMarked;
