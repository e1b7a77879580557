package io.flowsweep.plan;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.Sha256;
import io.flowsweep.codec.ValueCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The libraries of a run or of a step: what is asked for, and the lock that this was resolved to.
 *
 * @param packages coordinates, each {@code group:artifact[:extension[:classifier]]:version} once, in the order asked for
 * @param exclusions {@code group:artifact}, where {@code *} stands for any
 * @param repositories {@code ID=URL} each
 * @param jars local files, absolute
 * @param lock all jars in the order of the class path; empty before it is resolved
 */
public record DependencyPlan(
        List<String> packages,
        List<String> exclusions,
        List<String> repositories,
        List<String> jars,
        List<LockedJar> lock) {

    /** Asks for nothing. */
    public static final DependencyPlan NONE = new DependencyPlan(List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * A jar as it was resolved.
     *
     * @param name {@code group:artifact[:extension[:classifier]]:version}, or of a local file its name
     * @param sha256 64 lower-case hexadecimal digits
     * @param bytes its size
     * @param repository the id of the repository that it came from; empty for a local file
     * @param location where this machine has it: a {@code file:} URI, or {@code blob:ADDRESS} in the store
     */
    public record LockedJar(String name, String sha256, long bytes, String repository, String location) {

        /** Whether it has coordinates, so that it can be fetched again. */
        public boolean isPackage() {
            return name.indexOf(':') > 0;
        }

        /**
         * Where a local repository of Maven keeps it, from the repository's folder: the same on every machine.
         *
         * @throws IllegalStateException when it has no coordinates
         */
        public String repositoryPath() {
            String[] parts = name.split(":");
            if (parts.length < 4) {
                throw new IllegalStateException(name + " has no coordinates");
            }
            String version = parts[parts.length - 1];
            String classifier = parts.length > 4 ? "-" + parts[3] : "";
            return parts[0].replace('.', '/') + "/" + parts[1] + "/" + version + "/" + parts[1] + "-" + version
                    + classifier + "." + parts[2];
        }
    }

    /** Whether anything is asked for. */
    public boolean isEmpty() {
        return packages.isEmpty() && jars.isEmpty();
    }

    /** The same, resolved. */
    public DependencyPlan withLock(List<LockedJar> resolved) {
        return new DependencyPlan(packages, exclusions, repositories, jars, resolved);
    }

    /** This and what a step adds to it; of two versions of one library the step's counts. */
    public DependencyPlan with(DependencyPlan step) {
        Map<String, String> byLibrary = new LinkedHashMap<>();
        packages.forEach(p -> byLibrary.put(library(p), p));
        step.packages.forEach(p -> byLibrary.put(library(p), p));
        return new DependencyPlan(
                List.copyOf(byLibrary.values()),
                both(exclusions, step.exclusions),
                both(repositories, step.repositories),
                both(jars, step.jars),
                List.of());
    }

    /** The same without one library, wherever it comes from. */
    public DependencyPlan without(String library) {
        return new DependencyPlan(
                packages.stream().filter(p -> !p.startsWith(library + ":")).toList(),
                both(exclusions, List.of(library)),
                repositories,
                jars,
                lock);
    }

    /** Equal keys mean that the same is asked for: 64 hexadecimal digits over everything but the lock. */
    public String key() {
        return Sha256.of(Json.write(ValueCodec.encode(DependencyPlan.class, withLock(List.of()))));
    }

    /** Coordinates without their version. */
    public static String library(String coordinates) {
        int version = coordinates.lastIndexOf(':');
        return version < 0 ? coordinates : coordinates.substring(0, version);
    }

    private static List<String> both(List<String> first, List<String> second) {
        Set<String> both = new LinkedHashSet<>(first);
        both.addAll(second);
        return new ArrayList<>(both);
    }

    /** {@code org.h2database:h2:2.4.240, com.google.guava:guava:33.0.0-jre}. */
    @Override
    public String toString() {
        List<String> all = new ArrayList<>(packages);
        all.addAll(jars);
        return String.join(", ", all);
    }
}
