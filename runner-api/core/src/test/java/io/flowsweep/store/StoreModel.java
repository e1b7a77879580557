package io.flowsweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Random operations on a store, each compared with maps in memory. */
final class StoreModel {

    private final long seed;
    private final SplittableRandom random;
    private final Supplier<Store> open;
    private final Map<String, List<String>> logs = new TreeMap<>();
    private final Map<String, byte[]> marks = new TreeMap<>();

    StoreModel(long seed, Supplier<Store> open) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.open = open;
    }

    void run(int operations) {
        Store store = open.get();
        for (int i = 0; i < operations; i++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> append(store, name("log"));
                case 2 -> mark(store, name("mark"));
                case 3 -> delete(store, random.nextBoolean() ? name("log") : "p" + random.nextInt(3));
                case 4 -> store = open.get();
                case 5 -> list(store, "p" + random.nextInt(3));
                case 6 -> continueReading(store, name("log"));
                default -> read(store, name("log"));
            }
        }
    }

    private void append(Store store, String log) {
        List<String> lines = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            lines.add("x".repeat(random.nextInt(20)) + random.nextInt());
        }
        store.append(log, lines);
        if (!lines.isEmpty()) {
            logs.computeIfAbsent(log, key -> new ArrayList<>()).addAll(lines);
        }
    }

    private void mark(Store store, String mark) {
        byte[] content = {(byte) random.nextInt()};
        boolean first = marks.putIfAbsent(mark, content) == null;
        assertThat(store.createExclusive(mark, content)).as(hint(mark)).isEqualTo(first);
        assertThat(store.get(mark)).as(hint(mark)).hasValue(marks.get(mark));
    }

    private void delete(Store store, String prefix) {
        store.delete(prefix);
        logs.keySet().removeIf(name -> below(prefix, name));
        marks.keySet().removeIf(name -> below(prefix, name));
    }

    private void list(Store store, String prefix) {
        TreeSet<String> names = new TreeSet<>();
        for (Map<String, ?> kind : List.of(logs, marks)) {
            for (String name : kind.keySet()) {
                if (name.startsWith(prefix + "/")) {
                    names.add(name.split("/")[1]);
                }
            }
        }
        List<String> listed = new ArrayList<>(store.list(prefix));
        listed.removeIf(name -> name.startsWith("q") && !names.contains(name)); // a prefix may outlive its last log
        assertThat(listed).as(hint(prefix)).containsExactlyElementsOf(names);
    }

    private void read(Store store, String log) {
        assertThat(store.read(log, 0).lines()).as(hint(log)).isEqualTo(logs.getOrDefault(log, List.of()));
    }

    private void continueReading(Store store, String log) {
        int before = logs.getOrDefault(log, List.of()).size();
        long next = store.read(log, 0).next();
        append(store, log);
        List<String> all = logs.getOrDefault(log, List.of());
        assertThat(store.read(log, next).lines()).as(hint(log)).isEqualTo(all.subList(before, all.size()));
    }

    private String name(String kind) {
        return "p" + random.nextInt(3) + (random.nextBoolean() ? "/q" + random.nextInt(2) : "") + "/" + kind
                + random.nextInt(3);
    }

    private String hint(String name) {
        return name + " with seed " + seed;
    }

    private static boolean below(String prefix, String name) {
        return name.equals(prefix) || name.startsWith(prefix + "/");
    }
}
