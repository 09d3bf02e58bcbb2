/** What a password must be, wherever a person chooses one: at sign-up and in the settings. Owns no table. */
@NullMarked
package dev.portolan.portal.password;

import org.jspecify.annotations.NullMarked;
