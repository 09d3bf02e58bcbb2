/** What people set for themselves (name, password, language, theme) and how their erasure clients reach this app. */
@NullMarked
package dev.portolan.portal.settings;

import org.jspecify.annotations.NullMarked;
