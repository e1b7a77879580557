package io.flowsweep.command;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.CommandPlan.WorkPolicy;
import io.flowsweep.source.InputList;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The inputs of one command flow: found and frozen once for each store. Thread-safe. */
final class CommandInputs {

    private record Frozen(String address, List<String> warnings) {}

    private final CommandSpec spec;
    private final Optional<KeptCommand> known;
    private final Map<URI, Frozen> frozen = new ConcurrentHashMap<>();
    private volatile FoundInputs found;

    private CommandInputs(CommandSpec spec, Optional<KeptCommand> known) {
        this.spec = spec;
        this.known = known;
    }

    CommandInputs(CommandSpec spec) {
        this(spec, Optional.empty());
    }

    /** Those that were frozen before. */
    static CommandInputs kept(KeptCommand kept) {
        return new CommandInputs(kept.spec(), Optional.of(kept));
    }

    /** The address of a blob that holds all of the flow. */
    String keep(Store store) {
        return new KeptCommand(spec, frozen(store), workDirectory()).keep(store);
    }

    /** The address of their list in a store; two equal sets have equal addresses. */
    String frozen(Store store) {
        return known.map(KeptCommand::inputs).orElseGet(() -> in(store).address());
    }

    /** What is odd about them. */
    List<String> warnings(Store store) {
        return known.isPresent() ? List.of() : in(store).warnings();
    }

    private Frozen in(Store store) {
        return frozen.computeIfAbsent(store.uri(), uri -> freeze(store));
    }

    private Frozen freeze(Store store) {
        FoundInputs files = files();
        Map<String, InputList.Input> list = new TreeMap<>();
        for (Path file : files.files()) {
            try {
                list.put(files.place(file), new InputList.Input(kept(file, store), Files.isExecutable(file)));
            } catch (IOException e) {
                throw new InvalidInputException(
                        "the input cannot be read: " + e,
                        file.toString(),
                        "Make it readable, or leave it out of inputs.");
            }
        }
        return new Frozen(new InputList(list).keep(store), files.warnings());
    }

    private static String kept(Path file, Store store) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return store.putBlob(content);
        }
    }

    /** The folder in which it works, below that which holds all inputs. */
    String workDirectory() {
        if (spec.work() == WorkPolicy.SHARE) {
            return spec.directory();
        }
        return known.map(KeptCommand::workDirectory).orElseGet(() -> files().workDirectory());
    }

    /** Whether they are what they were at some time, and not what is in the directory now. */
    boolean areKept() {
        return known.isPresent();
    }

    private FoundInputs files() {
        FoundInputs files = found;
        if (files == null) {
            files = FoundInputs.of(spec);
            found = files;
        }
        return files;
    }
}
