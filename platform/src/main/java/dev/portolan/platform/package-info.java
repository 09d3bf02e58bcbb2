/**
 * Small parts both apps stand on: ids in time order, transactions bound to one company, and the guard that refuses a
 * database role which could see everybody's rows. No domain, no pages.
 */
@NullMarked
package dev.portolan.platform;

import org.jspecify.annotations.NullMarked;
