/**
 * Reading XML that strangers send: no document types, no entities, nothing fetched. The one place where parsers are
 * set up.
 */
@NullMarked
package dev.portolan.report.xml;

import org.jspecify.annotations.NullMarked;
