/** What programs prove themselves with: API keys and the tokens of erasure clients have one form. Owns no table. */
@NullMarked
package dev.portolan.portal.token;

import org.jspecify.annotations.NullMarked;
