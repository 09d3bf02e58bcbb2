/**
 * One command that runs everything on one machine: PostgreSQL, a mail server with an inbox page, the Cloud and the
 * Portal as programs of their own, and the demo data. The state lives in one directory and is kept between starts.
 * Tests start the same system inside their own JVM.
 */
@NullMarked
package dev.portolan.demo;

import org.jspecify.annotations.NullMarked;
