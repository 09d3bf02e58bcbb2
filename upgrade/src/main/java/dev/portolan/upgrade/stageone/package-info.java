/**
 * Stage one: a company's tenant, roles, groups and users in the Portal, and their invitations. Implements the wizard's
 * orders as runs of a plan; what a company consists of comes through a port that the Cloud implements.
 */
@NullMarked
package dev.portolan.upgrade.stageone;

import org.jspecify.annotations.NullMarked;
