package io.flowsweep.sweep.engine;

import io.flowsweep.dependencies.UnresolvableDependenciesException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.runner.Runner;
import io.flowsweep.sweep.space.Variant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

/** The libraries of a sweep's variants, resolved before the first of them runs: each distinct set once, several at a time. */
final class Libraries {

    private static final int AT_ONCE = 4;

    /** Of a longer list of variants, only this many are named. */
    private static final int NAMED = 5;

    /** A set, by whom it can be resolved, and the variants that ask for it. */
    private record Wanted(DependencyPlan set, Runner runner, List<String> variants) {}

    private final Map<String, Wanted> wanted = new LinkedHashMap<>();

    /** What these variants ask for; one whose values make no sense is left to be told when its turn comes. */
    static Libraries of(Stream<Variant> variants, Function<Variant, Runner> runners) {
        Libraries libraries = new Libraries();
        variants.forEach(variant -> {
            try {
                Runner runner = runners.apply(variant);
                for (DependencyPlan set : runner.libraries()) {
                    libraries
                            .wanted
                            .computeIfAbsent(set.key(), key -> new Wanted(set, runner, new ArrayList<>()))
                            .variants()
                            .add(variant.name());
                }
            } catch (InvalidInputException e) {
                return; // its own run will tell
            }
        });
        return libraries;
    }

    /** The local jars among them, absolute. */
    Set<Path> jars() {
        Set<Path> jars = new TreeSet<>();
        wanted.values().forEach(each -> each.set().jars().forEach(jar -> jars.add(Path.of(jar))));
        return jars;
    }

    /** Resolves all; a sentence for each set that cannot be had, with the variants that need it. */
    List<String> resolve() {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, body -> {
            Thread thread = new Thread(body, "flowsweep-libraries");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Map<Wanted, Future<?>> resolving = new LinkedHashMap<>();
            wanted.values()
                    .forEach(each -> resolving.put(
                            each, threads.submit(() -> each.runner().resolve(each.set()))));
            List<String> failures = new ArrayList<>();
            resolving.forEach((each, result) -> {
                try {
                    result.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof UnresolvableDependenciesException)) {
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
