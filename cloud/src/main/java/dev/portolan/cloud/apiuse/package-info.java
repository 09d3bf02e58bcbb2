/** Which legacy calls a company really made. Owns the table api_call. */
@NullMarked
package dev.portolan.cloud.apiuse;

import org.jspecify.annotations.NullMarked;
