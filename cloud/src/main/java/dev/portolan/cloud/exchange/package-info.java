/** How the Cloud reaches the Portal: the messages of the contract over HTTP with mutual TLS, both ends pinned. */
@NullMarked
package dev.portolan.cloud.exchange;

import org.jspecify.annotations.NullMarked;
