/**
 * The whole system, started as the demo starts it, and a person at a real browser: the seed walks in English and in
 * German, the direct path, both apps killed in mid-transfer, and a start on the oldest PostgreSQL.
 */
package dev.portolan.e2e;
