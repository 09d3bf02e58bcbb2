package dev.portolan.crash;

/** What is broken. */
enum Fault {
    KILL_CLOUD("SIGKILL Cloud"),
    KILL_PORTAL("SIGKILL Portal"),
    KILL_BOTH("SIGKILL both"),
    END_CLOUD_SESSIONS("kill a backend, Cloud"),
    END_PORTAL_SESSIONS("kill a backend, Portal"),
    RESTART_CLOUD_DATABASE("restart PostgreSQL, Cloud"),
    RESTART_PORTAL_DATABASE("restart PostgreSQL, Portal"),
    CUT_BODY("cut in mid-body"),
    LOSE_ANSWER("answer lost after commit"),
    LOSE_COMMIT("commit's answer lost, Cloud"),
    CLOCK_CLOUD_AHEAD("clock +10 min, Cloud"),
    CLOCK_CLOUD_BACK("clock -10 min, Cloud"),
    CLOCK_PORTAL_AHEAD("clock +1 day, Portal"),
    CLOCK_PORTAL_BACK("clock -1 day, Portal"),
    HOLD_CLOUD("SIGSTOP Cloud, later SIGCONT"),
    FILL_PORTAL_DISK("disk full, Portal");

    private final String text;

    Fault(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
