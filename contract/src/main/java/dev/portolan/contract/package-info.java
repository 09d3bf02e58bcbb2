/**
 * What the Cloud and the Portal say to each other: the messages, their binary format (CBOR, RFC 8949) and their paths.
 * The Cloud pushes, the Portal answers; every message may be sent again and answers as the first time. Nothing else is
 * shared between the two apps.
 */
@NullMarked
package dev.portolan.contract;

import org.jspecify.annotations.NullMarked;
