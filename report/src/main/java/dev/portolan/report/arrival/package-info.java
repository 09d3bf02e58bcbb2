/**
 * A report on its way in, the same for every environment: read, checked, signed for, and ready to be stored. What the rows
 * look like is the environment's own business.
 */
@NullMarked
package dev.portolan.report.arrival;

import org.jspecify.annotations.NullMarked;
