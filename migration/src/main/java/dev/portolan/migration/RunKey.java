package dev.portolan.migration;

import java.io.Serializable;
import java.util.UUID;

/**
 * Names the row of a run; the data of its task.
 *
 * @param turn of the queue; 0 in tasks from before there was one
 */
record RunKey(UUID company, UUID run, long turn) implements Serializable {}
