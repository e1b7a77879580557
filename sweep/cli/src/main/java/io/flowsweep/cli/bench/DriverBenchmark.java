package io.flowsweep.cli.bench;

import io.flowsweep.codec.Json;
import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Measures what a driver costs a variant as sweeps grow: of an {@code inline} flow that does nothing, so that all but some
 * microseconds is the driver's. It has {@value #HEAP_MEGABYTES} MB of heap, whatever the size. Each sweep is run once with all
 * that a user gets, once with results, charts and report written at the end only, and is then asked for again, when all is on record.
 */
final class DriverBenchmark {

    /** That a driver is given. */
    public static final int HEAP_MEGABYTES = 256;

    /** The smallest sweep that has all of it. */
    public static final int LEAST = Contender.LEAST;

    private static final String HEAP = "-Xmx" + HEAP_MEGABYTES + "m";
    private static final String AT_END = "-Dflowsweep.results=end";

    /**
     * What a sweep took.
     *
     * @param variants how many
     * @param start seconds from the command to the start of the first variant
     * @param perSecond variants in a second, but for the first two
     * @param cpuMillis CPU time of each but the first two, in all processes: what start and end take is in none
     * @param live how much more that was than without live results, as a part of it: 0.05 for a twentieth
     * @param files that each leaves
     * @param megabytes the most that the driver had resident; 0 where the system does not tell
     * @param resume seconds from the command to the moment when it is known that nothing is left to do
     */
    public record Row(
            int variants,
            double start,
            double perSecond,
            double cpuMillis,
            double live,
            long files,
            double megabytes,
            double resume) {}

    private final Consumer<String> progress;

    /** @param progress is told what is measured next */
    public DriverBenchmark(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Measures one size after the other.
     *
     * @param sizes each more than {@value #LEAST}
     * @throws InvalidInputException when a sweep fails
     */
    public List<Row> run(List<Integer> sizes) throws InterruptedException {
        try (WorkFolder work = new WorkFolder()) {
            progress.accept("the start of the driver");
            run(work, List.of(), 1); // compiles, and fills caches of files and archives
            Measurement least = run(work, List.of(), LEAST).taken();
            Measurement quiet = run(work, List.of(AT_END), LEAST).taken();
            List<Row> rows = new ArrayList<>();
            for (int size : sizes) {
                progress.accept(String.format("%,d variants", size));
                double without = run(work, List.of(AT_END), size)
                        .taken()
                        .each(quiet, size - LEAST)
                        .cpuSeconds();
                Sweep all = run(work, List.of(), size);
                Measurement each = all.taken().each(least, size - LEAST);
                rows.add(new Row(
                        size,
                        all.secondsTo("VariantStarted", 0),
                        1 / each.wallSeconds(),
                        each.cpuSeconds() * 1000,
                        each.cpuSeconds() / without - 1,
                        each.files(),
                        each.bytes() / 1e6,
                        again(all).secondsTo("SweepStarted", 1)));
            }
            return rows;
        }
    }

    /** A sweep that has been run. */
    private record Sweep(NoOpSweep sweep, Path folder, int variants, Instant begun, Measurement taken) {

        /** From the command to the first event of a kind in the journal of a driver. */
        double secondsTo(String event, int driver) {
            String mark = "\"event\":\"" + event + "\"";
            Path journal = sweep.store().resolve("sweeps");
            try (Stream<Path> sweeps = Files.list(journal)) {
                Path file = sweeps.findFirst().orElseThrow().resolve("journal." + driver + ".jsonl");
                try (Stream<String> lines = Files.lines(file)) {
                    Object at = Json.parseObject(lines.filter(line -> line.contains(mark))
                                    .findFirst()
                                    .orElseThrow())
                            .get("at");
                    return Duration.between(begun, Instant.parse(at.toString())).toMillis() / 1e3;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Sweep run(WorkFolder work, List<String> options, int variants) throws InterruptedException {
        try {
            Path folder = work.next();
            return run(new NoOpSweep(folder), folder, options, variants);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sweep again(Sweep before) throws InterruptedException {
        return run(before.sweep(), before.folder(), List.of(), before.variants());
    }

    private static Sweep run(NoOpSweep sweep, Path folder, List<String> options, int variants)
            throws InterruptedException {
        List<String> jvm = new ArrayList<>(options);
        jvm.add(HEAP);
        Instant begun = Instant.now();
        Measurement taken = Measurement.of(sweep.command(jvm, "inline", variants), folder);
        return new Sweep(sweep, folder, variants, begun, taken);
    }
}
