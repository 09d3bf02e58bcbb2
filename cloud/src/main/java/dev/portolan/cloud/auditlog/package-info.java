/** The audit log as a page and as a file. It stands apart from {@code audit}, which every module calls. */
@NullMarked
package dev.portolan.cloud.auditlog;

import org.jspecify.annotations.NullMarked;
