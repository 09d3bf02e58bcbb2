/**
 * Whether a company may come over: one ordered list of checks, each with a stable code, how grave it is and who can fix
 * it. Facts come through a port; what was found is kept for the eyes of the company that runs the wizard.
 */
@NullMarked
package dev.portolan.upgrade.eligibility;

import org.jspecify.annotations.NullMarked;
