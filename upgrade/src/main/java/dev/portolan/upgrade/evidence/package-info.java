/** What a partner can show of its transfers: certificates of its customers and its own, and proofs of single reports. */
@NullMarked
package dev.portolan.upgrade.evidence;

import org.jspecify.annotations.NullMarked;
