/**
 * The certificate: a report as a tagged PDF (PDF/UA) in English or German, to hand to an auditor. The page is XHTML,
 * filled as a tree, so that no value of a report can become markup; it loads nothing from outside.
 */
@NullMarked
package dev.portolan.report.certificate;

import org.jspecify.annotations.NullMarked;
