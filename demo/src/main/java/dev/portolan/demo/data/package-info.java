/**
 * The demo's data set: a vendor, partners, their end customers and direct customers, with everything that the journey
 * shows. Ids and contents come from fixed seeds and all dates count back from one clock, so that "the last 12 months"
 * are the same reports whenever it is loaded. It is loaded by the apps' ordinary roles, company by company, so that
 * loading itself meets the policies of row-level security.
 */
@NullMarked
package dev.portolan.demo.data;

import org.jspecify.annotations.NullMarked;
