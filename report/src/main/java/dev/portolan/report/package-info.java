/**
 * The report as a document: read, index, digest and compress the XML that is the evidence of an erasure. The bytes
 * received are never edited; what is added stands beside them. No tables, no HTTP, every type safe between threads.
 */
@NullMarked
package dev.portolan.report;

import org.jspecify.annotations.NullMarked;
