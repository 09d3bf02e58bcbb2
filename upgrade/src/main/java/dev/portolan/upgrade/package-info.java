/** The upgrade wizard: what a partner's manager sees and orders, and what then happens to each company. */
@NullMarked
package dev.portolan.upgrade;

import org.jspecify.annotations.NullMarked;
