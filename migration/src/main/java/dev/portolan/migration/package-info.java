/**
 * Carries out plans: ordered lists of idempotent steps, for one subject each. A run is a row that any node may take over;
 * its epoch grows with every claim, and every write of a worker is refused once another has claimed the run. Knows
 * nothing of what the steps do, and no pages.
 */
@NullMarked
package dev.portolan.migration;

import org.jspecify.annotations.NullMarked;
