/**
 * What the wizard asks of the Cloud about companies and people: ports, implemented on the Cloud's tables. Every answer
 * is bound to the one company it is about.
 */
@NullMarked
package dev.portolan.upgrade.company;

import org.jspecify.annotations.NullMarked;
