/** Who may reach which address of this app, and how they prove who they are. */
@NullMarked
package dev.portolan.cloud.security;

import org.jspecify.annotations.NullMarked;
