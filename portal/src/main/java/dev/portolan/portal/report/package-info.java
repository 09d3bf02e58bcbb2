/**
 * Reports: received once and kept as they came, found again, shown, handed out. Owns the tables report and report_serial.
 * The bytes received are evidence and never change; the Portal signs its own log entry, which stands beside them. What a
 * transfer has brought is hidden by the database's policy until the transfer is activated.
 */
@NullMarked
package dev.portolan.portal.report;

import org.jspecify.annotations.NullMarked;
