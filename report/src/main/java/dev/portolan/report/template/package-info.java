/**
 * Realistic reports made to order: for demonstration data, the simulating erasure client and benchmarks. The structure
 * is that of genuine reports, the devices are invented, and the same seed gives the same bytes.
 */
@NullMarked
package dev.portolan.report.template;

import org.jspecify.annotations.NullMarked;
