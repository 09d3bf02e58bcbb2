/** Small parts both apps stand on: ids, tenant-bound transactions, faults. No domain, no pages. */
@NullMarked
package dev.portolan.platform;

import org.jspecify.annotations.NullMarked;
