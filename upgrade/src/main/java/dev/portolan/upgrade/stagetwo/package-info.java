/**
 * Stage two: reports, workflows and licences move, and the account in the Cloud becomes read-only. The order of its steps
 * stands in {@link dev.portolan.upgrade.stagetwo.StageTwoPlan}; what they read and write in the Cloud comes through ports
 * that the Cloud implements. The comparison of both sides shares nothing with what copies.
 */
@NullMarked
package dev.portolan.upgrade.stagetwo;

import org.jspecify.annotations.NullMarked;
