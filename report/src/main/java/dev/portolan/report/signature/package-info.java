/**
 * Who vouches for a report: its canonical form, the log entries that sign it, and the check of them. A signature
 * covers the report without its own and later log entries; an unknown key is never taken for a good one.
 */
@NullMarked
package dev.portolan.report.signature;

import org.jspecify.annotations.NullMarked;
