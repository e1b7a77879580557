package io.flowsweep.sweep.wandb;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.config.format.Structured;
import io.flowsweep.config.format.YamlText;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.hocon.HoconWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Converts a sweep configuration of W&amp;B ({@code method, parameters, metric, command, run_cap}). */
public final class WandbSweep {

    private static final List<String> METHODS = List.of("grid", "random", "bayes");

    private static final Set<String> USED =
            Set.of("name", "description", "method", "parameters", "metric", "command", "program", "run_cap");

    /** For a random search without {@code run_cap}, which there goes on until somebody stops it. */
    private static final long DEFAULT_RUNS = 20;

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
     * @param flow the flow that takes the values, as the sweep file is to name it; empty to make one that runs the command
     * @throws InvalidInputException when it is no such configuration
     */
    public static Conversion convert(String yaml, String description, String stem, Optional<String> flow) {
        return new WandbSweep(YamlText.read(yaml, description), description).convert(stem, flow);
    }

    private Conversion convert(String stem, Optional<String> given) {
        String method = method();
        Parameters parameters = new Parameters(object("parameters"), method.equals("grid"), problems, notes);
        Optional<Metric> metric = metric();
        String name =
                text("name").orElse(stem).replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[^\\p{L}\\p{N}_]+", "");
        Optional<Conversion.Flow> flow = given.isPresent() ? Optional.empty() : Optional.of(flow(stem, metric));
        noteTheRest();
        problems.throwIfAny();

        HoconWriter file = new HoconWriter(HEAD);
        text("description").ifPresent(file::comment);
        file.line("name = " + Json.write(name.isEmpty() ? "sweep" : name));
        file.line(
                "flow = " + Json.write(given.orElseGet(() -> flow.orElseThrow().fileName())));
        file.object("config", parameters.base());
        space(file, method, parameters);
        metric.ifPresent(m -> {
            String axis = m.name();
            file.line("metrics { " + HoconWriter.key(axis) + " { artifact = " + m.artifact() + ", goal = " + m.goal()
                    + " } }");
            file.line("objective = " + Json.write(axis));
        });
        return new Conversion(name.isEmpty() ? "sweep" : name, file.text(), flow, List.copyOf(notes));
    }

    private void space(HoconWriter file, String method, Parameters parameters) {
        Optional<Long> cap = whole("run_cap");
        if (parameters.axes().isEmpty()) {
            return;
        }
        if (method.equals("grid")) {
            file.object("grid", parameters.axes());
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
        file.object("axes", parameters.axes());
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

    private Conversion.Flow flow(String stem, Optional<Metric> metric) {
        List<String> command = new ArrayList<>();
        Object given = sweep.getOrDefault("command", CommandFlow.DEFAULT);
        for (Object word : given instanceof List<?> list ? list : List.of(given)) {
            command.add(PlainValues.text(word));
        }
        String program = text("program").orElse("");
        if (program.isEmpty() && command.contains("${program}")) {
            problems.add(
                    "program", "the sweep has no program", "Add program: train.py, or name a flow with --flow FILE.");
        }
        return CommandFlow.of(stem, command, program, metric);
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
