package io.flowsweep.sweep.engine.past;

import io.flowsweep.client.Run;
import io.flowsweep.plan.CommandPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.source.InputList;
import io.flowsweep.source.InputList.Input;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The code that a sweep would run now, to be held against what ran before.
 *
 * @param plan of one variant
 * @param flow the flow's file
 */
public record CodeNow(FlowPlan plan, Path flow, Store store) {

    /** More changed files than these are counted. */
    private static final int NAMED = 3;

    String digest() {
        return plan.digest();
    }

    /** Which files are not as they were for a run, as far as that is known; else the flow's. */
    String difference(Optional<Run> before) {
        Optional<Map<String, Input>> then =
                before.flatMap(run -> run.plan().command()).flatMap(this::inputs);
        Optional<Map<String, Input>> now = plan.command().flatMap(this::inputs);
        if (then.isEmpty() || now.isEmpty()) {
            return String.valueOf(flow.getFileName());
        }
        TreeSet<String> files = new TreeSet<>(then.get().keySet());
        files.addAll(now.get().keySet());
        files.removeIf(file -> Objects.equals(then.get().get(file), now.get().get(file)));
        return files.isEmpty() ? "the command" : named(List.copyOf(files));
    }

    private Optional<Map<String, Input>> inputs(CommandPlan command) {
        try {
            return command.work()
                    .inputs()
                    .map(address -> InputList.read(store, address).files());
        } catch (StoreException e) {
            return Optional.empty();
        }
    }

    private static String named(List<String> files) {
        String first = String.join(", ", files.subList(0, Math.min(NAMED, files.size())));
        return files.size() > NAMED ? first + " and " + (files.size() - NAMED) + " more" : first;
    }
}
