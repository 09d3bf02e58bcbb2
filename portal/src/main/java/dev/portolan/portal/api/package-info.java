/**
 * The Portal's API v1: keys, who a key is, and the export of reports. Owns the table api_key; a key carries its tenant's
 * id, is shown once, and only its hash is kept.
 */
@NullMarked
package dev.portolan.portal.api;

import org.jspecify.annotations.NullMarked;
