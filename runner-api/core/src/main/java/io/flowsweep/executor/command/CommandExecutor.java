package io.flowsweep.executor.command;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.JvmSettings;
import io.flowsweep.executor.Capability;
import io.flowsweep.executor.Executor;
import io.flowsweep.executor.HostHandle;
import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostSpec;
import io.flowsweep.executor.LivingHosts;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out runs whose plan is a command, each as a process of its own on this machine. It is not asked for by name: whichever
 * executor a run names, its command is started by this one.
 */
public final class CommandExecutor implements Executor {

    /** There is nothing to tell one from another. */
    public static final CommandExecutor OF_THIS_PROCESS = new CommandExecutor();

    private final LivingHosts living = new LivingHosts();

    private CommandExecutor() {}

    @Override
    public String name() {
        return "command";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.WARM));
    }

    @Override
    public void check(HostResources resources, Optional<JvmSettings> jvm) {
        if (jvm.isPresent()) {
            throw new InvalidInputException(
                    "the run is given a JVM, but its flow is a command, which needs none",
                    "",
                    "Leave it out; what the command is given stands in command and env.");
        }
    }

    @Override
    public List<HostHandle> launch(List<HostSpec> specs) {
        return specs.stream().map(this::launch).toList();
    }

    @Override
    public Optional<HostHandle> find(String key) {
        return living.find(key);
    }

    private HostHandle launch(HostSpec spec) {
        CommandHost host = new CommandHost(spec);
        living.keep(host);
        host.start();
        return host;
    }
}
