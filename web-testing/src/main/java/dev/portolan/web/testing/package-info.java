/**
 * What the tests of both apps share: a browser without a screen, the search for texts that come from no message file,
 * and the search for statements that are not tied to one company. For tests only; no app has it on its class path.
 */
@NullMarked
package dev.portolan.web.testing;

import org.jspecify.annotations.NullMarked;
