/**
 * The Cloud's side of the wizard's work: what a company consists of, its reports in batches, its freeze row, and its
 * licences as they leave. Implements the ports of the two stages. Owns the tables transfer_batch,
 * transfer_report, transfer_follow and report_change.
 */
@NullMarked
package dev.portolan.cloud.transfer;

import org.jspecify.annotations.NullMarked;
