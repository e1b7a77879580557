package io.flowsweep.sweep.engine.frozen;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.Secrets;
import io.flowsweep.config.GitInformation;
import io.flowsweep.events.Owner;
import io.flowsweep.flow.ConfigParser.Input;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.planner.EnvironmentInputs;
import io.flowsweep.python.PythonEnvironment;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import io.flowsweep.sweep.events.SweepEvent.Checkout;
import io.flowsweep.sweep.events.SweepEvent.EnvironmentFound;
import io.flowsweep.sweep.space.Sample;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Where a sweep comes from, as one document that is kept with it: the files that it was read from, the config as it was resolved,
 * overrides, seeds, the commit with what differed from it, libraries, the tool, the JDK and the machine. Secrets are masked;
 * environment variables are told by name.
 */
public final class Provenance {

    private final SweepSpec spec;
    private final FlowPlan plan;
    private final Variant first;
    private final List<String> overrides;
    private final List<PythonEnvironment> pythons;

    /**
     * @param first the first variant, whose config stands for what all have in common
     * @param pythons of the variants
     */
    public Provenance(
            SweepSpec spec, FlowPlan plan, Variant first, List<String> overrides, List<PythonEnvironment> pythons) {
        this.pythons = pythons;
        this.spec = spec;
        this.plan = plan;
        this.first = first;
        this.overrides = List.copyOf(overrides);
    }

    /** Keeps it, and tells the most important of it; when there is no room for it, only that. */
    public EnvironmentFound keep(Store store, String frozen) {
        Optional<Checkout> checkout = checkout(spec.file().getParent());
        Optional<String> address;
        try {
            String text = Json.write(document(store, frozen, checkout)) + "\n";
            address = Optional.of(store.putBlob(text.getBytes(StandardCharsets.UTF_8)));
        } catch (StoreException e) {
            address = Optional.empty();
        }
        return new EnvironmentFound(
                Instant.now(), system(), Runtime.version().toString(), checkout, Optional.of(tool()), address);
    }

    private Map<String, Object> document(Store store, String frozen, Optional<Checkout> checkout) {
        Path folder = spec.file().getParent();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("tool", tool());
        document.put("machine", Owner.self().machine());
        document.put("system", system());
        document.put("java", java());
        checkout.ifPresent(git -> document.put("git", git(git, folder)));
        document.put("sweep_file", spec.file().toString());
        document.put("frozen", frozen);
        document.put("files", Frozen.read(store, frozen).files());
        document.put("overrides", overrides.stream().map(Secrets::maskedUrls).toList());
        document.put("code", Map.of("flow", plan.flow(), "digest", plan.digest()));
        document.put("config", Secrets.masked(first.config()));
        document.put("params", Secrets.masked(first.params()));
        document.put(
                "variants",
                "each run has what its variant was given, resolved: flows/" + plan.flow()
                        + "/runs/RUN/run.jsonl in the store, and `flowsweep config`");
        document.put("seeds", seeds());
        document.put("libraries", libraries());
        if (!pythons.isEmpty()) {
            document.put("pythons", pythons());
        }
        document.put("environment", environment());
        return document;
    }

    private static String system() {
        return String.join(
                " ", System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("os.arch"));
    }

    private static String tool() {
        return Optional.ofNullable(Provenance.class.getPackage().getImplementationVersion())
                .orElse("built from sources");
    }

    private static Map<String, Object> java() {
        Map<String, Object> java = new LinkedHashMap<>();
        java.put("version", Runtime.version().toString());
        java.put("vendor", System.getProperty("java.vendor"));
        java.put("vm", System.getProperty("java.vm.name"));
        return java;
    }

    private static Optional<Checkout> checkout(Path folder) {
        Map<String, ?> git = new GitInformation().parse(new Input("", Optional.empty(), folder));
        return Optional.ofNullable(git)
                .map(g ->
                        new Checkout((String) g.get("commit"), Optional.ofNullable((String) g.get("branch")), (Boolean)
                                g.get("dirty")));
    }

    private static Map<String, Object> git(Checkout checkout, Path folder) {
        Map<String, Object> git = new LinkedHashMap<>();
        git.put("commit", checkout.commit());
        checkout.branch().ifPresent(branch -> git.put("branch", branch));
        git.put("changed", checkout.changed());
        if (checkout.changed()) {
            GitDiff.of(folder).ifPresent(diff -> git.put("diff", diff));
        }
        git.put("unknown_files", GitDiff.unknownFiles(folder));
        return git;
    }

    private Map<String, Object> seeds() {
        Map<String, Object> seeds = new LinkedHashMap<>();
        spec.repeats().seedPath().ifPresent(path -> {
            seeds.put("path", path);
            seeds.put("values", spec.repeats().seeds());
        });
        spec.variation().order().shuffle().ifPresent(seed -> seeds.put("shuffle", seed));
        spec.run().sweep().order().shuffled().ifPresent(seed -> seeds.put("order", seed));
        List<Object> samples = new ArrayList<>();
        samples(spec.variation().space(), samples);
        if (!samples.isEmpty()) {
            seeds.put("samples", samples);
        }
        return seeds;
    }

    private static void samples(Space space, List<Object> seeds) {
        if (space instanceof Sample sample) {
            seeds.add(sample.seed());
        }
        space.parts().forEach(part -> samples(part, seeds));
    }

    private List<Object> libraries() {
        List<Object> libraries = new ArrayList<>();
        plan.dependencies()
                .map(DependencyPlan::lock)
                .orElse(List.of())
                .forEach(jar -> libraries.add(Map.of("name", jar.name(), "sha256", jar.sha256())));
        return libraries;
    }

    private List<Object> pythons() {
        return pythons.stream()
                .<Object>map(python -> Map.of("version", python.version(), "installed", python.installed()))
                .toList();
    }

    /** Those that hosts are given, and those of the driver that say something to flows or to FlowSweep. */
    private List<String> environment() {
        TreeSet<String> names = new TreeSet<>(first.environment().keySet());
        plan.steps().forEach(step -> names.addAll(step.rules().environment().keySet()));
        System.getenv().keySet().stream()
                .filter(name -> EnvironmentInputs.isInput(name) || name.startsWith("FLOWSWEEP_"))
                .forEach(names::add);
        return List.copyOf(names);
    }
}
