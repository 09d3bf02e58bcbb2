/**
 * Spans of runs and of the messages between both apps, sent to the operator's collector by OpenTelemetry's protocol. A run's
 * trace has the run's id. Nothing is made and nothing of OpenTelemetry's SDK is loaded unless a collector is named. What a
 * span may say stands here alone: ids, names and numbers of ours, never what a person wrote.
 */
@NullMarked
package dev.portolan.platform.traces;

import org.jspecify.annotations.NullMarked;
