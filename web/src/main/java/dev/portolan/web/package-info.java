/**
 * What the pages of both apps share: the page skeleton, who is signed in, languages and numbers, errors that say what to
 * do, and security defaults. It knows no domain; each app brings its own navigation and texts.
 */
@NullMarked
package dev.portolan.web;

import org.jspecify.annotations.NullMarked;
