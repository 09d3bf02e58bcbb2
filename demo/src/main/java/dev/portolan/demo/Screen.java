package dev.portolan.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** The one screen that says where everything is and who can sign in. */
record Screen(DemoSystem system, List<String> hints, Duration took) {

    private static final int SHOWN = 8;

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("Portolan is ready after %.1f s.".formatted(took.toMillis() / 1000.0));
        lines.add("");
        lines.add("  Cloud   " + system.cloud() + "   the old environment");
        lines.add("  Portal  " + system.portal() + "   the new environment");
        lines.add("  Inbox   " + system.inboxPage() + "   every mail that the two send");
        addUsers(lines);
        if (!hints.isEmpty()) {
            lines.add("");
            lines.add("What to try first:");
            hints.forEach(hint -> lines.add("  " + hint));
        }
        lines.add("");
        lines.add("Ctrl-C stops everything; the data stay for the next start.");
        return lines;
    }

    private void addUsers(List<String> lines) {
        // One of each company is enough to try; everybody is in access.json.
        var companies = new HashSet<String>();
        var users = system.users().stream()
                .filter(user -> companies.add(user.company() + user.environment()))
                .limit(SHOWN)
                .toList();
        if (users.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Who can sign in:");
        var email = width(users.stream().map(DemoUser::email).toList());
        var password = width(users.stream().map(DemoUser::password).toList());
        for (var user : users) {
            lines.add(("  %-6s  %-" + email + "s  %-" + password + "s  %s, %s")
                    .formatted(
                            capitalised(user.environment()),
                            user.email(),
                            user.password(),
                            user.role(),
                            user.company()));
        }
        if (system.users().size() > users.size()) {
            lines.add("  and " + (system.users().size() - users.size()) + " more, all in .portolan/access.json");
        }
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(1);
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
