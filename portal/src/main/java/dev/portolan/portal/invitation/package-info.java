/**
 * Invitations to sign up: making and mailing them, the page behind the link, and how far a tenant's people have come. A
 * link holds the tenant's id and a random token of which only the hash is kept; it expires, works once, and a later
 * invitation takes its place. Owns the table invitation.
 */
@NullMarked
package dev.portolan.portal.invitation;

import org.jspecify.annotations.NullMarked;
