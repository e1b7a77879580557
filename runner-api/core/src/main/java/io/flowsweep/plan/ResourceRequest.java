package io.flowsweep.plan;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.flow.MemorySize;
import io.flowsweep.plan.attributes.Attributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one decorator, or whoever starts a run, asks for; the parts that it leaves out are empty.
 *
 * @param cpu whole processors; with 0 it leases none, and runs on any
 * @param memoryBytes of the whole task
 * @param gpu at least 0
 * @param pools units of named pools
 */
public record ResourceRequest(
        Optional<Integer> cpu, Optional<Long> memoryBytes, Optional<Integer> gpu, Map<String, Integer> pools) {

    /** The keys of an object that asks for resources. */
    public static final List<String> NAMES = List.of("cpu", "memory", "gpu", "pools");

    /**
     * Reads an object with the keys {@code cpu}, {@code memory}, {@code gpu} and {@code pools}, of which any may be missing.
     *
     * @param what it is called in errors
     * @param where {@code file:line}, or empty
     * @throws InvalidInputException when it has another key or a value that cannot be
     */
    public static ResourceRequest of(String what, Map<String, ?> object, String where) {
        return of(new Attributes(what, object, NAMES, where), 0);
    }

    /** Of a decorator: a step asks for a processor at least. */
    public static ResourceRequest of(Attributes attributes) {
        return of(attributes, 1);
    }

    private static ResourceRequest of(Attributes attributes, int leastCpu) {
        return new ResourceRequest(
                attributes.count("cpu", leastCpu),
                attributes.memory("memory").map(MemorySize::bytes),
                attributes.count("gpu", 0),
                attributes.counts("pools"));
    }

    /** The plan of a run that gets what is asked for here, and of the rest what its flow asks for. */
    public FlowPlan applyTo(FlowPlan plan) {
        return plan.withResources(instead(plan.resources()));
    }

    /** Resources in which what is asked for here takes the place of what was asked for before; pools one by one. */
    public ResourcePlan instead(ResourcePlan before) {
        Map<String, Integer> units = new TreeMap<>(before.pools());
        units.putAll(pools);
        return new ResourcePlan(
                cpu.orElse(before.cpu()), memoryBytes.or(before::memoryBytes), gpu.orElse(before.gpu()), units);
    }

    /** Of everything the larger amount. */
    public ResourcePlan atLeast(ResourcePlan other) {
        Map<String, Integer> units = new TreeMap<>(other.pools());
        pools.forEach((name, count) -> units.merge(name, count, Math::max));
        Optional<Long> memory =
                memoryBytes.filter(bytes -> bytes > other.memoryBytes().orElse(0L));
        return new ResourcePlan(
                Math.max(cpu.orElse(1), other.cpu()),
                memory.or(other::memoryBytes),
                Math.max(gpu.orElse(0), other.gpu()),
                units);
    }
}
