package io.flowsweep.sweep;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.command.CommandFlow;
import io.flowsweep.command.CommandSource;
import io.flowsweep.config.ConfigPaths;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.runner.Runner;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.space.SpaceText;
import io.flowsweep.sweep.spec.FlowInCode;
import io.flowsweep.sweep.spec.SweepText;
import io.flowsweep.sweep.variant.Variant;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sweep made in code. It is written down as the sweep file that would say the same, and that is read: the rules of sweep
 * files hold here too, and errors name the line of {@link #text()}. Immutable: every method returns a changed copy.
 *
 * <pre>{@code
 * Sweep.of(Path.of("flows/MatMul.java"))
 *         .config(Map.of("lr", 0.1, "depth", 2))
 *         .grid(axis("lr").geomspace(1e-4, 1e-1, 4), axis("depth").values(2, 4))
 *         .metrics("loss")
 *         .repeats(5)
 *         .run();
 * }</pre>
 */
public final class SweepBuilder {

    private static final Pattern CLASS = Pattern.compile("\\bclass\\s+(\\w+)\\s+extends\\s+\\w*Flow\\w*");

    private final Path flow;

    /** When it is in no file. */
    private final Optional<FlowInCode> inCode;

    /** Key of the sweep file to its lines. */
    private final Map<String, String> parts;

    private SweepBuilder(Path flow, Optional<FlowInCode> inCode, Map<String, String> parts) {
        this.flow = flow;
        this.inCode = inCode;
        this.parts = parts;
    }

    /** @param flow absolute */
    static SweepBuilder of(Path flow) {
        return of(flow, Optional.empty());
    }

    static SweepBuilder of(CommandFlow flow) {
        return inCode(flow.name() + CommandSource.SUFFIX, Runner.of(flow));
    }

    static SweepBuilder of(Class<? extends FlowSpec> flow) {
        return inCode(flow.getSimpleName() + ".jar!" + flow.getName(), Runner.of(flow));
    }

    static SweepBuilder ofSource(String text) {
        Matcher name = CLASS.matcher(text);
        return inCode((name.find() ? name.group(1) : "Flow") + ".java", Runner.ofSource(text));
    }

    private static SweepBuilder inCode(String name, Runner runner) {
        Path path = Path.of(name).toAbsolutePath();
        return of(path, Optional.of(new FlowInCode(path, runner, Optional.empty())));
    }

    private static SweepBuilder of(Path flow, Optional<FlowInCode> inCode) {
        return new SweepBuilder(flow, inCode, Map.of())
                .set("name", name(flow))
                .set("flow", String.valueOf(flow.getFileName()));
    }

    private SweepBuilder with(String key, String lines) {
        Map<String, String> more = new LinkedHashMap<>(parts);
        more.put(key, lines);
        return new SweepBuilder(flow, inCode, more);
    }

    /** The sweep's name; default: that of the flow's file without its extension, or of its class. */
    public SweepBuilder name(String name) {
        return set("name", name);
    }

    /** The base config; its keys are keys, not paths. */
    public SweepBuilder config(Map<String, ?> config) {
        return set("config", config);
    }

    /** A file as the base config, in the flow's project; relative to the working directory, or absolute. */
    public SweepBuilder config(Path file) {
        return set("config", beside(file));
    }

    public SweepBuilder params(Map<String, ?> params) {
        return set("params", params);
    }

    /**
     * Values that runs are given last and that are no part of what a variant is; by paths, for instance
     * {@code Map.of("event", "${sweep.event}")}.
     */
    public SweepBuilder bind(Map<String, ?> values) {
        SweepBuilder builder = this;
        for (Map.Entry<String, ?> value : values.entrySet()) {
            builder = builder.set("bind." + value.getKey(), value.getValue());
        }
        return builder;
    }

    /** What varies; default: nothing, which is one variant. */
    public SweepBuilder space(Space space) {
        return with("space", SpaceText.of(space, flow.getParent()));
    }

    /** Every combination, the first axis varying slowest; in the place of an earlier {@link #space}. */
    public SweepBuilder grid(Axis... axes) {
        return space(Space.product(axes));
    }

    /** Conditions that must all hold; they see the whole config of a point, where those of a space see its axes. */
    public SweepBuilder where(String... conditions) {
        return set("where", Arrays.asList(conditions));
    }

    /** Artifacts that are metrics under their own names. */
    public SweepBuilder metrics(String... artifacts) {
        Map<String, String> metrics = new LinkedHashMap<>();
        Arrays.asList(artifacts).forEach(artifact -> metrics.put(artifact, artifact));
        return metrics(metrics);
    }

    /** Metrics as a sweep file has them: {@code Map.of("loss", Map.of("artifact", "loss", "goal", "minimize"))}. */
    public SweepBuilder metrics(Map<String, ?> metrics) {
        return set("metrics", metrics);
    }

    /** @param metric one with a goal */
    public SweepBuilder objective(String metric) {
        return set("objective", metric);
    }

    /** How often each variant runs; default 1. */
    public SweepBuilder repeats(int n) {
        return set("repeats", n);
    }

    /**
     * What each run asks for: {@code cpu}, {@code memory}, {@code gpu}, {@code pools}; texts may hold {@code ${config.…}}. What is
     * not named is as the flow says.
     */
    public SweepBuilder resources(Map<String, ?> resources) {
        return set("run.resources", resources);
    }

    /**
     * Anything else that a sweep file can say.
     *
     * @param path of the file, for instance {@code run.parallel}
     * @param value plain: numbers, texts, booleans, lists and maps of such
     */
    public SweepBuilder set(String path, Object value) {
        List<String> segments = ConfigPaths.split(path);
        return with(path, assigned(ConfigPaths.join(segments), value));
    }

    /**
     * The sweep file that says the same; it would stand in the flow's folder. Of a flow that is in no file it says a name by which
     * no other program finds it.
     */
    public String text() {
        return String.join("", parts.values());
    }

    /**
     * Reads and checks it; the flow is not looked at yet.
     *
     * @throws io.flowsweep.errors.InvalidInputException with all that is wrong
     */
    public Sweep build() {
        return Sweep.ofText(new SweepText(text(), inCode), flow.resolveSibling(name(flow) + ".built.conf"));
    }

    /** {@link #build} and {@link Sweep#plan}. */
    public Stream<Variant> plan() {
        return build().plan();
    }

    /** {@link #build} and {@link Sweep#run()}. */
    public SweepRun run() {
        return build().run();
    }

    /** {@link #build} and {@link Sweep#run(SweepOptions)}. */
    public SweepRun run(SweepOptions options) {
        return build().run(options);
    }

    private String beside(Path file) {
        return flow.getParent().relativize(file.toAbsolutePath().normalize()).toString();
    }

    /** {@code Fit} of {@code Fit.java} and of {@code flows.jar!com.acme.Fit}. */
    private static String name(Path flow) {
        String file = String.valueOf(flow.getFileName());
        int mark = file.lastIndexOf('!');
        return mark < 0
                ? file.replaceFirst("\\.[^.]+$", "")
                : file.substring(mark + 1).replaceFirst("^.*[.$]", "");
    }

    private static String assigned(String path, Object value) {
        Object plain = PlainValues.canonical(value);
        if (!(plain instanceof Map<?, ?> map)) {
            return path + " = " + Json.write(plain) + "\n";
        }
        StringBuilder lines = new StringBuilder(path + " {\n");
        map.forEach((key, part) -> lines.append("  ")
                .append(Json.write(key))
                .append(" = ")
                .append(Json.write(part))
                .append('\n'));
        return lines.append("}\n").toString();
    }

    /** {@code SweepBuilder[flows/MatMul.java]}. */
    @Override
    public String toString() {
        return "SweepBuilder[" + flow + "]";
    }
}
