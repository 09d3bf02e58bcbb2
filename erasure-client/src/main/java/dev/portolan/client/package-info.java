/**
 * A program that stands at the bench: reserves a licence, erases a device (here: simulates it), and delivers the
 * report to the Cloud or the Portal. What is not acknowledged yet lies in a spool on disk that survives a kill;
 * nothing leaves the spool before the service has confirmed the digest of the very bytes.
 */
@NullMarked
package dev.portolan.client;

import org.jspecify.annotations.NullMarked;
