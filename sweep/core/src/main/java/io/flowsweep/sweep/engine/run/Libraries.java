package io.flowsweep.sweep.engine.run;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.python.PythonEnvironment;
import io.flowsweep.runner.Runner;
import io.flowsweep.sweep.variant.Variant;
import io.flowsweep.threads.Daemons;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The libraries and the environments of Python of a sweep's variants, made ready before the first of them runs: each distinct set
 * once, several at a time.
 */
public final class Libraries {

    private static final int AT_ONCE = 4;

    /** Of a longer list of variants, only this many are named. */
    private static final int NAMED = 5;

    /** What makes a set ready, and the variants that ask for it. */
    private record Wanted(Runnable work, List<String> variants) {}

    private final Map<String, Wanted> wanted = new LinkedHashMap<>();
    private final Set<Path> files = new TreeSet<>();
    private final Map<String, String> packages = new TreeMap<>();
    private final Map<String, PythonEnvironment> pythons = new ConcurrentSkipListMap<>();

    /** What these variants ask for; one whose values make no sense is left to be told when its turn comes. */
    public static Libraries of(Stream<Variant> variants, VariantRunners runners) {
        Libraries libraries = new Libraries();
        variants.forEach(variant -> {
            try {
                libraries.add(variant, runners);
            } catch (InvalidInputException e) {
                return; // its own run will tell
            }
        });
        return libraries;
    }

    private void add(Variant variant, VariantRunners runners) {
        Runner runner = runners.runner(variant);
        if (runner.preparation().asksForLibraries()) {
            for (DependencyPlan set : runner.preparation().libraries()) {
                want(set.key(), () -> runner.preparation().resolve(set), variant);
                set.jars().forEach(jar -> files.add(Path.of(jar)));
            }
        }
        runners.python(variant).ifPresent(python -> {
            files.addAll(python.files());
            packages.putAll(python.settings().local());
            String key = python.settings().digest();
            want(
                    key,
                    () -> runner.preparation().pythonEnvironment().ifPresent(found -> pythons.put(key, found)),
                    variant);
        });
    }

    private void want(String key, Runnable work, Variant variant) {
        wanted.computeIfAbsent(key, k -> new Wanted(work, new ArrayList<>()))
                .variants()
                .add(variant.name());
    }

    /** The files among them, absolute: local jars, files of requirements. */
    public Set<Path> files() {
        return files;
    }

    /** Local packages for Python, which may be folders: the line that asks for one, and the digest of its content. */
    public Map<String, String> packages() {
        return packages;
    }

    /** The environments of Python that {@link #resolve} made ready. */
    public List<PythonEnvironment> pythons() {
        return List.copyOf(pythons.values());
    }

    /** Makes all ready; a sentence for each set that cannot be had, with the variants that need it. */
    public List<String> resolve() {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Daemons.named("flowsweep-libraries"));
        try {
            Map<Wanted, Future<?>> resolving = new LinkedHashMap<>();
            wanted.values().forEach(each -> resolving.put(each, threads.submit(each.work())));
            List<String> failures = new ArrayList<>();
            resolving.forEach((each, result) -> {
                try {
                    result.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof InvalidInputException)) {
                        throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
                    }
                    failures.add(names(each.variants()) + " cannot run: "
                            + e.getCause().getMessage());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            return failures;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String names(List<String> variants) {
        String first = String.join(" and ", variants.subList(0, Math.min(NAMED, variants.size())));
        return variants.size() > NAMED ? first + " and " + (variants.size() - NAMED) + " more" : first;
    }
}
