package io.flowsweep.sweep.archive;

import io.flowsweep.codec.Json;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plots.AtomicFile;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.engine.journal.Journals;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvent.VariantDetached;
import io.flowsweep.sweep.events.SweepEvent.VariantReused;
import io.flowsweep.sweep.events.SweepEvent.VariantStarted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A zip file that holds a sweep. What is below {@code store/} has the names that it has in a store; {@code results/} is for people and
 * is not read; {@code flowsweep.json} says what it is.
 */
public final class SweepArchive {

    static final int FORMAT = 1;
    static final String MANIFEST = "flowsweep.json";

    private SweepArchive() {}

    /**
     * What an archive brought.
     *
     * @param sweep the sweep's id
     * @param runs how many runs were new to the store
     */
    public record Imported(String sweep, int runs) {}

    /**
     * Writes a sweep with all its drivers' journals and every run that they name. The file appears whole or not at all.
     *
     * @param results files for people: name to content
     * @param file where; replaced when it exists
     * @throws InvalidInputException when it cannot be written
     */
    public static void write(Store store, SweepStarted sweep, Map<String, byte[]> results, Path file) {
        write(store, sweep, results, new WholeContents(store), file);
    }

    /** The same with the values of secrets masked: it can be looked at, and not be gone on with. */
    public static void writeMasked(Store store, SweepStarted sweep, Map<String, byte[]> results, Path file) {
        write(store, sweep, results, new MaskedContents(store), file);
    }

    private static void write(
            Store store, SweepStarted sweep, Map<String, byte[]> results, Contents contents, Path file) {
        try {
            AtomicFile.write(file, out -> {
                try (ArchiveWriter writer = new ArchiveWriter(contents, out)) {
                    writer.text(MANIFEST, manifest(sweep));
                    for (Map.Entry<String, byte[]> result : new TreeMap<>(results).entrySet()) {
                        writer.bytes("results/" + result.getKey(), result.getValue());
                    }
                    logs(store, sweep.sweep(), writer);
                }
            });
        } catch (IOException e) {
            throw new InvalidInputException(
                    "cannot write " + file + ": " + e.getMessage(), "", "Name another file with --output FILE.zip.");
        }
    }

    /**
     * Takes a sweep from an archive into a store. All of it is checked before anything is written, and nothing that is in the store
     * is replaced.
     *
     * @throws InvalidInputException when it is no such archive, is damaged, or holds what the store has otherwise
     */
    public static Imported read(Path file, Store store) {
        return new ArchiveReader(file, store).read();
    }

    private static String manifest(SweepStarted sweep) {
        Map<String, Object> manifest = new TreeMap<>();
        manifest.put("format", FORMAT);
        manifest.put("sweep", sweep.sweep());
        manifest.put("name", sweep.name());
        return Json.write(manifest) + "\n";
    }

    private static void logs(Store store, String sweep, ArchiveWriter writer) throws IOException {
        Journals journals = new Journals(store);
        Set<String> runs = new LinkedHashSet<>();
        for (int driver : journals.drivers(sweep)) {
            journals.read(sweep, driver, event -> addRun(event, runs));
            writer.log(StoreLayout.journal(sweep, driver));
        }
        for (String mark : store.list(StoreLayout.acceptances(sweep))) {
            writer.log(StoreLayout.acceptances(sweep) + "/" + mark);
        }
        for (String flow : store.list(StoreLayout.FLOWS)) {
            Set<String> present = Set.copyOf(store.list(StoreLayout.runs(flow)));
            for (String run : runs) {
                if (present.contains(StoreLayout.segment(run))) {
                    run(store, StoreLayout.run(flow, run), writer);
                }
            }
        }
        writer.blobs();
    }

    private static void run(Store store, String run, ArchiveWriter writer) throws IOException {
        for (String name : store.list(run)) {
            if (ArchiveNames.isRunFile(name)) {
                writer.log(run + "/" + name);
            }
        }
    }

    private static void addRun(SweepEvent event, Set<String> runs) {
        if (event instanceof VariantStarted started) {
            runs.add(started.run());
            started.resumes().ifPresent(runs::add);
        } else if (event instanceof VariantReused reused) {
            runs.add(reused.run());
        } else if (event instanceof VariantDetached detached) {
            runs.add(detached.run());
        }
    }
}
