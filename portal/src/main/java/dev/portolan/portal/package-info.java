/** The app itself: its start, its schema, its look. Each package below is a module of its own. */
@NullMarked
package dev.portolan.portal;

import org.jspecify.annotations.NullMarked;
