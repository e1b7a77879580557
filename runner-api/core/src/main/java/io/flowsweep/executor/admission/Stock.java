package io.flowsweep.executor.admission;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** All that a machine has, as units in lock files of one folder. Not thread-safe. */
final class Stock {

    private static final long MEMORY_UNIT = 64L << 20;

    private final Path folder;
    private final Machine machine;
    private final UnitLocks cpus;
    private final UnitLocks memory;
    private final Map<String, UnitLocks> pools = new TreeMap<>();
    private UnitLocks gpus;

    Stock(Path folder, Machine machine) throws IOException {
        this.folder = folder;
        this.machine = machine;
        this.cpus = new UnitLocks(folder.resolve("cpu.lock"), machine.processors());
        this.memory = new UnitLocks(folder.resolve("memory.lock"), numbers(memoryUnits(machine.memoryBytes())));
    }

    /**
     * What a need was given.
     *
     * @param held the locks, by whom they are given back to
     */
    record Taken(List<Integer> processors, List<Integer> gpus, List<Part> held) {}

    private record Part(UnitLocks of, List<FileLock> locks) {}

    /** So many of the first {@code within} units of one kind. */
    private record Want(UnitLocks of, int units, int within) {

        boolean fitsBesideMine() {
            return units <= of.notMine(within);
        }
    }

    /** The memory that goes with so many of the machine's processors. */
    static long fairMemoryBytes(Machine machine, int cpus) {
        long unitsEach = machine.memoryBytes() / MEMORY_UNIT / machine.cpus();
        return unitsEach * MEMORY_UNIT * Math.min(cpus, machine.cpus());
    }

    /** Whether there would be room if no other process held anything. */
    boolean fitsBesideMine(Need need) throws IOException {
        return wants(need).stream().allMatch(Want::fitsBesideMine);
    }

    /**
     * Takes all of it or nothing; nothing too when another process has waited longer for some of it.
     *
     * @param line the ticket of who asks, and where he waits for what he lacks
     */
    Optional<Taken> take(Need need, WaitingLine line) throws IOException {
        List<Part> held = new ArrayList<>();
        for (Want want : wants(need)) {
            Optional<List<FileLock>> locks = want.units() > 0 && want.of().isWaitedFor(line.ticket())
                    ? Optional.empty()
                    : want.of().take(want.units(), want.within());
            if (locks.isEmpty()) {
                release(held);
                line.waitFor(want.of());
                return Optional.empty();
            }
            held.add(new Part(want.of(), locks.get()));
        }
        return Optional.of(new Taken(numbers(held, cpus), gpus == null ? List.of() : numbers(held, gpus), held));
    }

    void release(Taken taken) throws IOException {
        release(taken.held());
    }

    private static void release(List<Part> held) throws IOException {
        for (Part part : held) {
            part.of().release(part.locks());
        }
    }

    private List<Want> wants(Need need) throws IOException {
        List<Want> wants = new ArrayList<>();
        wants.add(new Want(cpus, need.exclusive() ? machine.cpus() : need.cpus(), cpus.size()));
        wants.add(new Want(memory, memoryUnits(need.memoryBytes()), memory.size()));
        if (need.gpus() > 0) {
            wants.add(new Want(gpus(), need.gpus(), gpus().size()));
        }
        for (Map.Entry<String, Need.Share> pool : need.pools().entrySet()) {
            Need.Share share = pool.getValue();
            wants.add(new Want(pool(pool.getKey()), share.units(), share.size()));
        }
        return wants;
    }

    private UnitLocks gpus() throws IOException {
        if (gpus == null) {
            gpus = new UnitLocks(folder.resolve("gpu.lock"), machine.gpus().slots());
        }
        return gpus;
    }

    private UnitLocks pool(String name) throws IOException {
        UnitLocks pool = pools.get(name);
        if (pool == null) {
            pool = new UnitLocks(folder.resolve("pool-" + name + ".lock"), List.of());
            pools.put(name, pool);
        }
        return pool;
    }

    private static List<Integer> numbers(List<Part> held, UnitLocks of) {
        List<Integer> numbers = new ArrayList<>();
        for (Part part : held) {
            if (part.of() == of) {
                for (FileLock lock : part.locks()) {
                    for (long unit = lock.position(); unit < lock.position() + lock.size(); unit++) {
                        numbers.add((int) unit);
                    }
                }
            }
        }
        Collections.sort(numbers);
        return List.copyOf(numbers);
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static int memoryUnits(long bytes) {
        return (int) ((bytes + MEMORY_UNIT - 1) / MEMORY_UNIT);
    }
}
