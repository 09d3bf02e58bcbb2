/** Reports: received once and kept as they came, found again, shown, handed out. Owns the tables report and report_serial.
 * The bytes received are evidence and never change; the Cloud signs its own log entry, which stands beside them. */
@NullMarked
package dev.portolan.cloud.report;

import org.jspecify.annotations.NullMarked;
