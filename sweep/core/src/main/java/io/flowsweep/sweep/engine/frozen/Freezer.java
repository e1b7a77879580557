package io.flowsweep.sweep.engine.frozen;

import io.flowsweep.config.ProjectRoot;
import io.flowsweep.dependencies.SourceTree;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.file.SweepFile;
import io.flowsweep.sweep.override.SweepOverride;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.spec.SweepSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Keeps the files of a sweep in its store, and reads the sweep from there. */
public final class Freezer {

    private final Store store;

    public Freezer(Store store) {
        this.store = store;
    }

    public Frozen freeze(SweepSpec spec, List<String> overrides, FrozenFlows flows, Optional<String> fresh) {
        Map<String, String> files = new TreeMap<>();
        spec.source().files().forEach(file -> keep(file, files));
        spec.source()
                .text()
                .ifPresent(made -> files.put(
                        spec.file().toString(), store.putBlob(made.text().getBytes(StandardCharsets.UTF_8))));
        flows.digests().keySet().forEach(flow -> keepCode(Path.of(flow), flows, files));
        flows.files().forEach(file -> keep(file, files));
        return new Frozen(
                spec.name(),
                spec.file().toString(),
                ProjectRoot.of(spec.file()).toString(),
                files,
                flows.digests(),
                Optional.of(flows.defaults()).filter(defaults -> !defaults.isEmpty()),
                Optional.of(flows.packages()).filter(packages -> !packages.isEmpty()),
                overrides,
                fresh);
    }

    /**
     * The sweep as it was. Errors name its files where they are kept.
     *
     * @param sweepId under which the files are put, for as long as the sweep is kept
     */
    public Thawed thaw(Frozen frozen, String sweepId, String address) {
        Path root = Path.of(frozen.root());
        Path folder = unpacked(frozen, sweepId, address);
        SweepSpec kept = SweepFile.kept(place(Path.of(frozen.file()), root, folder), folder, frozen.overrides());
        Path flow = original(kept.flow(), root, folder);
        Map<Path, Path> copies = new TreeMap<>();
        Stream.of(frozen.files(), frozen.flows())
                .flatMap(each -> each.keySet().stream().map(Path::of))
                .forEach(file -> copies.put(file, place(file, root, folder)));
        Map<Path, Map<String, ConfigPlan>> configs = new TreeMap<>();
        frozen.defaults().orElse(Map.of()).forEach((name, given) -> configs.put(Path.of(name), given));
        return new Thawed(kept.movedTo(Path.of(frozen.file()), flow), new Copies(copies, configs));
    }

    /**
     * The points that the sweep as it was has when some of its axes have other values; see {@link SweepFile#points}.
     *
     * @param sweepId as in {@link #thaw}
     */
    Space points(Frozen frozen, String sweepId, String address, List<SweepOverride> values) {
        Path folder = unpacked(frozen, sweepId, address);
        Path file = place(Path.of(frozen.file()), Path.of(frozen.root()), folder);
        return SweepFile.points(file, folder, frozen.overrides(), values);
    }

    /** The folder in which the files stand as they did in that of the project. */
    private Path unpacked(Frozen frozen, String sweepId, String address) {
        Path folder = store.localLog(StoreLayout.sweep(sweepId) + "/frozen")
                .orElseThrow(() -> new InvalidInputException(
                        "the frozen files of a sweep can be read from a store on files only",
                        store.uri().toString(),
                        ""))
                .resolve(address.substring(0, 16));
        Path root = Path.of(frozen.root());
        frozen.files().forEach((file, blob) -> put(blob, place(Path.of(file), root, folder)));
        return folder;
    }

    private static Path place(Path file, Path root, Path folder) {
        return file.startsWith(root) ? folder.resolve(root.relativize(file).toString()) : file;
    }

    private static Path original(Path file, Path root, Path folder) {
        return file.startsWith(folder) ? root.resolve(folder.relativize(file).toString()) : file;
    }

    private void put(String blob, Path place) {
        if (Files.exists(place)) {
            return;
        }
        try {
            Files.createDirectories(place.getParent());
            Path draft = Files.createTempFile(place.getParent(), ".draft-", "");
            Files.write(draft, Frozen.blob(store, blob));
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StoreException("cannot write " + place + ": " + e.getMessage(), e);
        }
    }

    /** A file, or the sources and classes of a folder. */
    private void keepCode(Path flow, FrozenFlows flows, Map<String, String> files) {
        Path place = withoutClass(flow);
        Optional<String> kept = flows.keepCode(flow, store);
        if (kept.isPresent()) {
            files.put(place.toString(), kept.get());
            return;
        }
        if (!Files.isDirectory(place)) {
            keep(place, files);
            return;
        }
        SourceTree.below(place, ".java").forEach(file -> keep(file, files));
        SourceTree.below(place, ".class").forEach(file -> keep(file, files));
    }

    /** {@code flows.jar} of {@code flows.jar!com.acme.MyFlow}. */
    private static Path withoutClass(Path flow) {
        int mark = flow.toString().lastIndexOf('!');
        return mark < 0 ? flow : Path.of(flow.toString().substring(0, mark));
    }

    private void keep(Path file, Map<String, String> files) {
        try {
            files.put(file.toString(), store.putBlob(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InvalidInputException unreadable(Path file, IOException e) {
        return new InvalidInputException("the file cannot be read: " + e, file.toString(), "Make it readable.");
    }
}
