/** Help: the API guide, API keys, the description of the API, and whom to call. */
@NullMarked
package dev.portolan.portal.support;

import org.jspecify.annotations.NullMarked;
