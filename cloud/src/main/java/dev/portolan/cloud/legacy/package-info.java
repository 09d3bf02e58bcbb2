/**
 * The API that integrations in the field call, answered as they know it. Its requests are read leniently where clients
 * differ and strictly where a guess could export the wrong reports. What it only reads it reads from {@code report}, page by
 * page; every call is noted in {@code apiuse}.
 */
@NullMarked
package dev.portolan.cloud.legacy;

import org.jspecify.annotations.NullMarked;
