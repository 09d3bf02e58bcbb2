/**
 * A mail server that delivers to nobody but keeps everything, with a page to read it. It takes mail by SMTP, writes
 * each to disk before it says yes, and shows the mails to people as pages and to programs as JSON.
 */
@NullMarked
package dev.portolan.demo.inbox;

import org.jspecify.annotations.NullMarked;
