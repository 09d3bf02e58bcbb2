/** The API that integrations in the field call. It answers them unchanged, quirks included; what it only reads it reads from
 * {@code report}, and every call is noted in {@code apiuse}. */
@NullMarked
package dev.portolan.cloud.legacy;

import org.jspecify.annotations.NullMarked;
