/** The protocol of erasure clients: reserve a licence, give it back, send the report. Owns the table erasure_client. */
@NullMarked
package dev.portolan.cloud.client;

import org.jspecify.annotations.NullMarked;
