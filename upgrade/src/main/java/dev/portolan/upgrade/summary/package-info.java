/** What became of everyone: the company that runs the wizard and each of its customers, on a page and as a file. */
@NullMarked
package dev.portolan.upgrade.summary;

import org.jspecify.annotations.NullMarked;
