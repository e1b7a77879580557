package io.flowsweep.sweep;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.Secrets;
import io.flowsweep.codec.ShellWord;
import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.store.Store;
import io.flowsweep.sweep.engine.frozen.Frozen;
import io.flowsweep.sweep.events.TrialId;
import io.flowsweep.sweep.results.TrialRecord;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a sweep on record was made from, and how a point of it is made again. */
public final class SweepOrigin {

    private final RecordedSweep sweep;
    private final Store store;
    private final Optional<String> provenance;

    /** @param provenance the address of what was kept of it */
    SweepOrigin(RecordedSweep sweep, Store store, Optional<String> provenance) {
        this.sweep = sweep;
        this.store = store;
        this.provenance = provenance;
    }

    /**
     * Where it comes from, as plain values: files, config, overrides, seeds, commit with what differed from it, libraries, tool, JDK,
     * machine, names of environment variables. Empty when a version of FlowSweep ran it that did not keep this.
     */
    public Map<String, Object> provenance() {
        return provenance
                .map(address -> Json.parseObject(new String(Frozen.blob(store, address), StandardCharsets.UTF_8)))
                .orElse(Map.of());
    }

    /** A file that it was read from, as it was; secrets are masked. Empty when it was read from no such file. */
    public Optional<String> file(String path) {
        return sweep.start()
                .frozen()
                .map(address -> Frozen.read(store, address).files())
                .map(files -> files.get(path))
                .map(blob -> Secrets.maskedText(new String(Frozen.blob(store, blob), StandardCharsets.UTF_8)));
    }

    /** What it says, and which code it ran: path to plain value, for a comparison with another sweep. */
    public Map<String, Object> described() {
        Map<String, Object> described = new LinkedHashMap<>(sweep.sweep().described());
        sweep.start().code().ifPresent(code -> described.put("code", code.substring(0, 12)));
        described.put("overrides", Secrets.maskedUrls(String.join(" ", sweep.overrides())));
        return described;
    }

    /** The paths of what its variants are given that no output shows; see {@link Secrets}. */
    public List<String> secrets() {
        try {
            return sweep.sweep().values(BigInteger.ZERO).entrySet().stream()
                    .filter(value ->
                            !Objects.equals(value.getValue(), Secrets.masked(value.getKey(), value.getValue())))
                    .map(Map.Entry::getKey)
                    .toList();
        } catch (FlowSweepException e) {
            return List.of(); // its files were not kept
        }
    }

    /**
     * The command line that runs the same trial again: by the sweep's file, while that gives the same; else by the copy of it that
     * was kept when the sweep was begun.
     *
     * @param store the store's folder when it is to be named
     */
    public String reproduction(TrialRecord trial, Optional<Path> store) {
        TrialId id = trial.id();
        String command = isAsItWas(trial)
                ? sweep.command(id.variant())
                : "flowsweep resume " + sweep.id() + " --only " + id.variant();
        return command
                + (sweep.start().repeats() > 1 ? "#" + id.repeat() : "")
                + store.map(folder -> " --store " + ShellWord.of(folder.toString()))
                        .orElse("");
    }

    private boolean isAsItWas(TrialRecord trial) {
        SweepOptions options = SweepOptions.defaults().store(sweep.store()).dependencyListener(event -> {});
        try {
            return sweep.current()
                    .outlook(options)
                    .identity(trial.id())
                    .equals(trial.identity() + " " + trial.repeatKey());
        } catch (FlowSweepException e) {
            return false; // its file or its code is gone, or wrong now
        }
    }
}
