package dev.portolan.crash.proxy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A session of an app at its database, as far as the wire shows it. */
public final class Session {
    private static final Pattern BINDING = Pattern.compile("app\\.tenant to '([0-9a-fA-F-]{36})'");

    private final String node;
    private final Set<UUID> bound = ConcurrentHashMap.newKeySet();
    private final Map<String, String> statements = new ConcurrentHashMap<>();
    private volatile int backend;

    Session(String node) {
        this.node = node;
    }

    /** Whose session it is. */
    public String node() {
        return node;
    }

    /** The server's process that serves it; 0 while it signs in. */
    public int backend() {
        return backend;
    }

    /** Whether the running transaction has been bound to the company. */
    public boolean concerns(UUID company) {
        return bound.contains(company);
    }

    void servedBy(int pid) {
        backend = pid;
    }

    /** A statement was named, the empty name for one used at once. */
    void parsed(String name, String sql) {
        statements.put(name, sql);
    }

    /** A statement parsed before is carried out; drivers parse what they repeat only once. */
    void executed(String name) {
        sent(statements.getOrDefault(name, ""));
    }

    void sent(String sql) {
        var binding = BINDING.matcher(sql);
        if (binding.find()) bound.add(UUID.fromString(binding.group(1)));
    }

    void ended() {
        bound.clear();
    }
}
