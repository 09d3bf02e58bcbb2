/**
 * What the tests of both apps need to look at pages as people do: a browser without a screen, and the search for texts
 * that come from no message file. For tests only; no app has it on its class path.
 */
@NullMarked
package dev.portolan.web.testing;

import org.jspecify.annotations.NullMarked;
