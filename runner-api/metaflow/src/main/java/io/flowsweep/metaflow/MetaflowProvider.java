package io.flowsweep.metaflow;

import io.flowsweep.events.Artifact;
import io.flowsweep.events.PrintedLine;
import io.flowsweep.metaflow.run.MetaflowLine;
import io.flowsweep.metaflow.run.MetaflowSession;
import io.flowsweep.metaflow.run.MetaflowValues;
import io.flowsweep.metaflow.source.FlowFile;
import io.flowsweep.plan.CommandPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.source.CommandRun;
import io.flowsweep.source.CommandSession;
import io.flowsweep.source.FlowSource;
import io.flowsweep.source.FlowSourceProvider;
import io.flowsweep.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds flows of Metaflow: Python files with a FlowSpec. */
public final class MetaflowProvider implements FlowSourceProvider {

    @Override
    public String kind() {
        return MetaflowFlow.KIND;
    }

    /** A Python file that is no flow of Metaflow is no other flow either, so it is refused here. */
    @Override
    public Optional<FlowSource> find(Path file) {
        return isPython(file) && Files.isRegularFile(file)
                ? Optional.of(MetaflowFlow.of(FlowFile.read(file)))
                : Optional.empty();
    }

    @Override
    public Optional<FlowSource> kept(Path copy, Path original) {
        return isPython(original) ? Optional.of(MetaflowFlow.kept(KeptFlow.read(copy))) : Optional.empty();
    }

    @Override
    public FlowPlan bind(FlowPlan kept, Map<String, ?> parameters, Store store) {
        return MetaflowFlow.bound(kept, parameters, store);
    }

    private static boolean isPython(Path file) {
        return file.getFileName() != null && file.getFileName().toString().endsWith(".py");
    }

    @Override
    public CommandSession session(CommandRun run) {
        return new MetaflowSession(run);
    }

    /** Metaflow shows what a task prints to standard output and to standard error as one. */
    @Override
    public PrintedLine line(CommandPlan command, String text) {
        MetaflowLine line = MetaflowLine.parse(text);
        return line.place()
                .map(place -> new PrintedLine(Optional.of(place.id()), false, line.text()))
                .orElseGet(() -> new PrintedLine(Optional.empty(), false, text));
    }

    @Override
    public Object plain(Artifact artifact, Store store) {
        return MetaflowValues.read(artifact);
    }
}
