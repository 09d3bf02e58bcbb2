/**
 * The steps by which files and names change on disk, each of them whole or not done, so that a program that is killed
 * between any two of them finds its way again. What the client changes on disk goes through here, but for the overwriting.
 */
@NullMarked
package dev.portolan.client.disk;

import org.jspecify.annotations.NullMarked;
