/**
 * Mail that is sent exactly when the act it speaks of is committed: a row in the table {@code mail}, written in the
 * act's own transaction, and a task that hands it to the mail server afterwards. Each app brings the table; what became
 * of a mail (handed over, finally refused) stays in its row.
 */
@NullMarked
package dev.portolan.platform.outbox;

import org.jspecify.annotations.NullMarked;
