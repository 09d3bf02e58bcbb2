/**
 * The words in which people read a report, English and German: outcomes, kinds, signatures, and names of the sections
 * and fields that products write. Names unknown here are shown as the report has them, made readable.
 */
@NullMarked
package dev.portolan.report.label;

import org.jspecify.annotations.NullMarked;
