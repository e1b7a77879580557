package io.flowsweep.command;

import io.flowsweep.plan.FlowPlan;
import io.flowsweep.source.CommandRun;
import io.flowsweep.source.CommandSession;
import io.flowsweep.source.FlowSource;
import io.flowsweep.source.FlowSourceProvider;
import io.flowsweep.store.Store;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds command flows by name; no file is one. */
public final class CommandSource implements FlowSourceProvider {

    /** What the path of a flow ends in that stands for a command. */
    public static final String SUFFIX = ".command";

    @Override
    public String kind() {
        return CommandFlow.KIND;
    }

    @Override
    public Optional<FlowSource> kept(Path copy, Path original) {
        return original.toString().endsWith(SUFFIX)
                ? Optional.of(CommandFlow.kept(KeptCommand.read(copy)))
                : Optional.empty();
    }

    @Override
    public FlowPlan bind(FlowPlan kept, Map<String, ?> parameters, Store store) {
        return CommandFlow.kept(KeptCommand.of(kept, store)).bound(kept, parameters, store);
    }

    @Override
    public CommandSession session(CommandRun run) {
        return new CommandTask(run);
    }
}
