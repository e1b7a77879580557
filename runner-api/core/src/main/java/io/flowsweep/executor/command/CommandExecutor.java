package io.flowsweep.executor.command;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.JvmSettings;
import io.flowsweep.executor.Capability;
import io.flowsweep.executor.HostHandle;
import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostSpec;
import io.flowsweep.executor.LocalExecutor;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out runs whose plan is a command, each as a process of its own on this machine. It is not asked for by name: whichever
 * executor a run names, its command is started by this one.
 */
public final class CommandExecutor extends LocalExecutor {

    /** There is nothing to tell one from another. */
    public static final CommandExecutor OF_THIS_PROCESS = new CommandExecutor();

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
    protected HostHandle start(HostSpec spec) {
        CommandHost host = new CommandHost(spec);
        host.start();
        return host;
    }
}
