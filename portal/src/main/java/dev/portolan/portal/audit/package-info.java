/** Who did what, and when. Owns the table audit_entry: rows are only ever added and hold ids, no personal data. */
@NullMarked
package dev.portolan.portal.audit;

import org.jspecify.annotations.NullMarked;
