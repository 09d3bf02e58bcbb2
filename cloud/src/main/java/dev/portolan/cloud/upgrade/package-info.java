/** What the upgrade wizard asks of the Cloud's tables. Each answer is read bound to the company it is about. */
@NullMarked
package dev.portolan.cloud.upgrade;

import org.jspecify.annotations.NullMarked;
