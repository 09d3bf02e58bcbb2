/**
 * Where each company stands on its way: one table of states and events, every move recorded with who, when and why. A
 * row belongs to the company whose manager runs the wizard; its subject is an end customer, or that company itself.
 */
@NullMarked
package dev.portolan.upgrade.status;

import org.jspecify.annotations.NullMarked;
