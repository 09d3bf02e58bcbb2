/** What a certificate proves, and what it does not let pass. */
package dev.portolan.certificate;
