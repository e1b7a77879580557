package io.flowsweep.sweep.wandb;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.format.Structured;
import io.flowsweep.config.format.YamlText;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.hocon.HoconWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Converts a sweep configuration of W&amp;B ({@code method, parameters, metric, command, run_cap}). */
public final class WandbSweep {

    private static final List<String> METHODS = List.of("grid", "random", "bayes");

    private static final Set<String> USED =
            Set.of("name", "description", "method", "parameters", "metric", "command", "program", "run_cap");

    /** For a random search without {@code run_cap}, which there goes on until somebody stops it. */
    private static final long DEFAULT_RUNS = 20;

    private static final String PYTHON_BOOLEANS =
            "true and false are the texts True and False, as an agent of W&B gives them";

    private static final String HEAD = """
            # Converted from a sweep of W&B.
            """;

    private final Problems problems;
    private final Map<String, Object> sweep;
    private final List<String> notes = new ArrayList<>();

    private WandbSweep(Structured yaml, String description) {
        this.problems = new Problems(yaml, description);
        this.sweep = yaml.values();
    }

    /**
     * Converts.
     *
     * @param yaml the configuration
     * @param description what errors call it, in the place of a file
     * @param stem the name for a sweep that has none
     * @param flow the flow that takes the values, as the sweep file is to name it; empty to have the sweep's command run
     * @param folder in which the sweep file is to stand, absolute; the program is looked for there and above
     * @throws InvalidInputException when it is no such configuration
     */
    public static Conversion convert(String yaml, String description, String stem, Optional<String> flow, Path folder) {
        return new WandbSweep(YamlText.read(yaml, description), description).convert(stem, flow, folder);
    }

    private Conversion convert(String stem, Optional<String> flow, Path folder) {
        String method = method();
        Parameters parameters = new Parameters(object("parameters"), method.equals("grid"), problems, notes);
        Optional<Metric> metric = metric();
        String name =
                text("name").orElse(stem).replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[^\\p{L}\\p{N}_]+", "");
        Optional<AgentCommand> command = flow.isPresent() ? Optional.empty() : Optional.of(command());
        noteTheRest();
        problems.throwIfAny();

        HoconWriter file = new HoconWriter(HEAD);
        text("description").ifPresent(file::comment);
        file.line("name = " + Json.write(name.isEmpty() ? "sweep" : name));
        flow.ifPresent(named -> file.line("flow = " + Json.write(named)));
        command.ifPresent(agent -> agent.write(file, directory(folder)));
        boolean texts = command.filter(AgentCommand::givesPythonsBooleans).isPresent();
        file.object("config", texts ? withoutBooleans(parameters.base()) : parameters.base());
        space(file, method, texts ? withoutBooleans(parameters.axes()) : parameters.axes());
        metric.ifPresent(m -> m.write(
                file,
                flow.map(named -> "artifact = " + m.artifact(named))
                        .orElse("stdout = " + HoconWriter.value(m.name()))));
        if (command.isPresent()) {
            metric.ifPresent(m -> notes.add("the metric is read from what the program prints, such as \"" + m.name()
                    + ": 0.5\"; what it logs to W&B is not seen"));
        }
        return new Conversion(name.isEmpty() ? "sweep" : name, file.text(), List.copyOf(notes));
    }

    /** That of the program, from the folder of the sweep file; empty when they are the same. */
    private String directory(Path folder) {
        String named = text("program").orElse("");
        if (named.isEmpty()) {
            return "";
        }
        Program program = Program.find(named, folder);
        if (program.folder().isEmpty()) {
            notes.add("there is no " + named + " here; set flow.directory to the folder that it is in");
        }
        if (program.readsOnlyWandb()) {
            notes.add(named
                    + " seems to read wandb.config alone, which no agent fills in here: let it read its arguments, or the"
                    + " file that FLOWSWEEP_CONFIG names");
        }
        return program.folder().map(folder::relativize).map(Path::toString).orElse("");
    }

    /** As an agent gives them to a command: {@code --flag=True}. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> withoutBooleans(Map<String, Object> values) {
        Map<String, Object> texts = (Map<String, Object>) withoutBooleans((Object) values);
        if (!texts.equals(values) && !notes.contains(PYTHON_BOOLEANS)) {
            notes.add(PYTHON_BOOLEANS);
        }
        return texts;
    }

    private static Object withoutBooleans(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put((String) key, withoutBooleans(inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(WandbSweep::withoutBooleans).collect(Collectors.toList()); // with nulls
        }
        return value instanceof Boolean flag ? (Object) (flag ? "True" : "False") : value;
    }

    private void space(HoconWriter file, String method, Map<String, Object> axes) {
        Optional<Long> cap = whole("run_cap");
        if (axes.isEmpty()) {
            return;
        }
        if (method.equals("grid")) {
            file.object("grid", axes);
            cap.ifPresent(n -> file.line("limit = " + n));
            return;
        }
        if (cap.isEmpty()) {
            notes.add(
                    "without run_cap the sweep would never end; here it has " + DEFAULT_RUNS + " variants (sample.n)");
        }
        if (method.equals("bayes")) {
            notes.add("method bayes becomes a Sobol sample, which spreads its points evenly; results do not steer it");
        }
        String kind = method.equals("bayes") ? "sobol" : "random";
        file.open("sample");
        file.line("method = " + kind + ", n = " + cap.orElse(DEFAULT_RUNS) + ", seed = 1");
        file.object("axes", axes);
        file.close();
    }

    private String method() {
        String method = text("method").orElse("");
        if (!METHODS.contains(method)) {
            problems.add(
                    "method",
                    method.isEmpty() ? "the sweep has no method" : "there is no method \"" + method + "\"",
                    method.isEmpty() ? "It is grid, random or bayes." : Suggestions.didYouMean(method, METHODS));
        }
        return method;
    }

    private Optional<Metric> metric() {
        if (!sweep.containsKey("metric")) {
            return Optional.empty();
        }
        Map<?, ?> metric = object("metric");
        String name = String.valueOf(metric.get("name"));
        Object goal = metric.containsKey("goal") ? metric.get("goal") : "minimize";
        if (!(metric.get("name") instanceof String)
                || !Set.of("minimize", "maximize").contains(goal)) {
            problems.add("metric", "a metric needs a name, and the goal minimize or maximize", "");
            return Optional.empty();
        }
        if (metric.containsKey("target")) {
            notes.add("metric.target is left out: no value of the metric ends the sweep");
        }
        return Optional.of(new Metric(name, (String) goal));
    }

    private AgentCommand command() {
        List<String> command = new ArrayList<>();
        Object given = sweep.getOrDefault("command", AgentCommand.DEFAULT);
        for (Object word : given instanceof List<?> list ? list : List.of(given)) {
            command.add(PlainValues.text(word));
        }
        String program = text("program").orElse("");
        if (program.isEmpty() && command.stream().anyMatch(word -> word.contains("${program}"))) {
            problems.add(
                    "program", "the sweep has no program", "Add program: train.py, or name a flow with --flow FILE.");
        }
        return AgentCommand.of(command, program, problems);
    }

    private void noteTheRest() {
        for (String key : sweep.keySet()) {
            if (!USED.contains(key)) {
                notes.add(key + " is left out");
            }
        }
    }

    private Map<?, ?> object(String key) {
        if (sweep.get(key) instanceof Map<?, ?> map && !map.isEmpty()) {
            return map;
        }
        problems.add(key, "the sweep needs \"" + key + "\" with keys below it", "");
        return Map.of();
    }

    private Optional<String> text(String key) {
        Object value = sweep.get(key);
        return value == null ? Optional.empty() : Optional.of(PlainValues.text(value));
    }

    private Optional<Long> whole(String key) {
        Object value = PlainValues.canonical(sweep.get(key));
        if (value == null || value instanceof Long n && n > 0) {
            return Optional.ofNullable((Long) value);
        }
        problems.add(key, key + " must be a whole number above 0, but is " + PlainValues.text(value), "");
        return Optional.empty();
    }
}
