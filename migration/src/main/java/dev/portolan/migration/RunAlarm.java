package dev.portolan.migration;

import dev.portolan.platform.CompanyId;

/** Told once about a run that does not move; the app implements it. */
public interface RunAlarm {

    /** Called in a transaction bound to the runner; it may write, the alarm is kept in the same commit. */
    void raised(CompanyId runner, RunView run);
}
