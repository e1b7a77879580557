package io.flowsweep.executor;

import io.flowsweep.store.StoreLayout;
import io.flowsweep.store.Stores;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Starts hosts one by one on the machine of this JVM, and finds those that live. A subclass says how one is started.
 */
public abstract class LocalExecutor implements Executor {

    private final Map<String, HostHandle> living = new ConcurrentHashMap<>();

    /**
     * Starts one host; called from any thread. What the operating system refuses to start is told by the exit of the handle.
     *
     * @throws IllegalArgumentException for a spec that no host could be started for
     */
    protected abstract HostHandle start(HostSpec spec);

    @Override
    public final List<HostHandle> launch(List<HostSpec> specs) {
        return specs.stream().map(this::launch).toList();
    }

    @Override
    public final Optional<HostHandle> find(String key) {
        return Optional.ofNullable(living.get(key));
    }

    private HostHandle launch(HostSpec spec) {
        HostHandle host = start(spec);
        living.put(host.key(), host);
        host.exit().thenRun(() -> living.remove(host.key(), host));
        return host;
    }

    /**
     * The file for what a host prints.
     *
     * @throws IllegalArgumentException when the store is not on files of this machine
     */
    protected final Path output(HostSpec spec) {
        return Stores.open(spec.store())
                .localLog(StoreLayout.hostOutput(spec.run(), spec.host()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the " + name() + " executor needs a store on files, but got " + spec.store()));
    }
}
