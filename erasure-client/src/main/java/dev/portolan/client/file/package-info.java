/**
 * Erases files where they lie: examines what lies beneath a file, overwrites it by a named standard, reads it back past
 * the page cache and removes it. Knows no service and no licences; says of everything it could not make sure of that it
 * could not.
 */
@NullMarked
package dev.portolan.client.file;

import org.jspecify.annotations.NullMarked;
