package io.flowsweep.command;

import io.flowsweep.codec.Json;
import io.flowsweep.events.Artifact;
import io.flowsweep.events.Failure;
import io.flowsweep.events.RunEvent.MetricReported;
import io.flowsweep.events.RunEvent.TaskFailed;
import io.flowsweep.events.RunEvent.TaskStarted;
import io.flowsweep.events.RunEvent.TaskSucceeded;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.ParameterPlan;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import io.flowsweep.source.CommandExit;
import io.flowsweep.source.CommandRun;
import io.flowsweep.source.CommandSession;
import io.flowsweep.source.CsvColumns;
import io.flowsweep.source.PrintedReadings;
import io.flowsweep.source.PrintedReadings.Reading;
import io.flowsweep.source.PythonTraceback;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The only task of a command's run: it is given its config in a file and in variables, and its values are read from what it prints,
 * from its result file and from the files that are kept.
 */
final class CommandTask implements CommandSession {

    /** The setting of a plan that says whether standard error goes where standard output goes. */
    static final String TOGETHER = "together";

    private final CommandRun run;
    private final Path result;
    private final PrintedReadings readings;
    private final CsvColumns columns;
    private final MissingInput missing;
    private final PythonTraceback traceback = new PythonTraceback();
    private final PythonTraceback printedTraceback = new PythonTraceback();
    private final Map<String, Double> printed = new LinkedHashMap<>();

    CommandTask(CommandRun run) {
        this.run = run;
        this.result = run.scratch("result.json");
        this.missing = new MissingInput(run);
        this.readings = new PrintedReadings(run.command().reads());
        this.columns = new CsvColumns(run.directory(), run.command().reads().columns());
    }

    @Override
    public List<String> argv() {
        return run.command().argv();
    }

    @Override
    public Map<String, String> environment() {
        FlowPlan plan = run.request().plan();
        Map<String, Object> config = CommandTexts.one(plan.configValues());
        Variables variables = new Variables().add("FLOWSWEEP_CONFIG", config);
        for (ParameterPlan parameter : plan.parameters()) {
            variables.add(
                    "FLOWSWEEP_PARAMETER_" + parameter.name(), parameter.value().orElse(null));
        }
        Map<String, String> all = new LinkedHashMap<>(variables.all());
        all.put("FLOWSWEEP_CONFIG", write(config).toString());
        all.put("FLOWSWEEP_RESULT", result.toString());
        all.put("FLOWSWEEP_RUN", run.request().run());
        all.put("FLOWSWEEP_FLOW", plan.flow());
        all.put("PYTHONUNBUFFERED", run.command().environment().getOrDefault("PYTHONUNBUFFERED", "1"));
        return all;
    }

    private Path write(Map<String, Object> config) {
        boolean yaml = Boolean.TRUE.equals(run.command().settings().get("yaml"));
        Path file = run.scratch(yaml ? "config.yaml" : "config.json");
        String text = yaml ? YamlConfig.of(config) : Json.write(config) + "\n";
        try (OutputStream out = new FileOutputStream(file.toFile())) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    @Override
    public void started(long pid) {
        run.append(new TaskStarted(Instant.now(), CommandPlanner.TASK, CommandPlanner.STEP, CommandPlanner.STEP, 0));
    }

    @Override
    public boolean printsTogether() {
        return Boolean.TRUE.equals(run.command().settings().get(TOGETHER));
    }

    @Override
    public void printed(String line) {
        printedTraceback.add(line);
        Optional<PrintedValues> told = PrintedValues.of(line);
        if (told.isEmpty()) {
            readings.in(line).forEach(this::report);
        } else if (told.get().step().isEmpty()) {
            printed.putAll(told.get().values());
        } else {
            double step = told.get().step().get();
            told.get().values().forEach((name, value) -> report(new Reading(name, step, value)));
        }
    }

    @Override
    public void complained(String line) {
        traceback.add(line);
    }

    @Override
    public void look() {
        columns.read().forEach(this::report);
    }

    private void report(Reading reading) {
        run.append(new MetricReported(
                Instant.now(), CommandPlanner.TASK, reading.name(), reading.position(), reading.value()));
    }

    @Override
    public Optional<Failure> ended(CommandExit exit) {
        Optional<Failure> failure =
                exit.failure().map(seen -> explained(seen, exit)).map(missing::told);
        columns.finish().forEach(this::report);
        Map<String, Artifact> artifacts = new LinkedHashMap<>();
        if (failure.isEmpty()) {
            try {
                ArtifactCodec codec = new ArtifactCodec(run.store());
                printed.forEach((name, value) -> artifacts.put(name, codec.ofPlain(name, value)));
                ResultFile.read(result).forEach((name, value) -> artifacts.put(name, codec.ofPlain(name, value)));
                new KeptFiles(run).keep(codec).forEach(kept -> artifacts.put(kept.name(), kept));
            } catch (UnreadableResultsException e) {
                failure = Optional.of(Failure.of("results", e.getMessage()));
            }
        }
        if (failure.isPresent()) {
            run.append(new TaskFailed(Instant.now(), CommandPlanner.TASK, CommandPlanner.STEP, 0, failure.get()));
        } else {
            run.append(new TaskSucceeded(
                    Instant.now(), CommandPlanner.TASK, CommandPlanner.STEP, 0, List.copyOf(artifacts.values())));
        }
        return failure;
    }

    /** What a program said itself of its end says more than its exit code. */
    private Failure explained(Failure seen, CommandExit exit) {
        return exit.forced() || seen.kind().equals(Failure.OUT_OF_MEMORY)
                ? seen
                : traceback.failure().or(printedTraceback::failure).orElse(seen);
    }
}
