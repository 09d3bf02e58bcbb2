package dev.portolan.migration;

import java.io.Serializable;
import java.util.UUID;

/** Names the row of a run; the data of its task. */
record RunKey(UUID company, UUID run) implements Serializable {}
