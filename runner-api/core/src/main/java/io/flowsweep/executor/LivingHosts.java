package io.flowsweep.executor;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The hosts of an executor that have not ended, by key. Thread-safe. */
public final class LivingHosts {

    private final Map<String, HostHandle> living = new ConcurrentHashMap<>();

    /** Keeps a host until its exit; returns it. */
    public HostHandle keep(HostHandle host) {
        living.put(host.key(), host);
        host.exit().thenRun(() -> living.remove(host.key(), host));
        return host;
    }

    /** See {@link Executor#find}. */
    public Optional<HostHandle> find(String key) {
        return Optional.ofNullable(living.get(key));
    }
}
