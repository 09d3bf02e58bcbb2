/**
 * Erasure clients: single-use codes that enrol them, their tokens, and the protocol by which they reserve licences and send
 * reports. Owns the tables enrolment_code and erasure_client; codes and tokens are kept as hashes only, and a token carries
 * its tenant's id, so that no lookup crosses tenants.
 */
@NullMarked
package dev.portolan.portal.client;

import org.jspecify.annotations.NullMarked;
