package io.flowsweep.sweep.engine;

import io.flowsweep.config.ProjectRoot;
import io.flowsweep.dependencies.CompiledPlace;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.file.SweepFile;
import io.flowsweep.sweep.file.SweepSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Keeps the files of a sweep in its store, and reads the sweep from there. */
public final class Freezer {

    private final Store store;

    public Freezer(Store store) {
        this.store = store;
    }

    /**
     * @param flows flow, absolute, to the digest of its code
     * @param jars the local jars of its variants, absolute; one that is not there fails its variants only
     */
    Frozen freeze(
            SweepSpec spec, List<String> overrides, Map<String, String> flows, Set<Path> jars, Optional<String> fresh) {
        Map<String, String> files = new TreeMap<>();
        spec.files().forEach(file -> keep(file, files));
        spec.text()
                .ifPresent(made -> files.put(
                        spec.file().toString(), store.putBlob(made.text().getBytes(StandardCharsets.UTF_8))));
        jars.stream().filter(Files::isRegularFile).forEach(jar -> keep(jar, files));
        for (String flow : flows.keySet()) {
            Path place = withoutClass(Path.of(flow));
            spec.flowInCode(Path.of(flow))
                    .flatMap(inCode -> inCode.runner().keepCode(store))
                    .ifPresentOrElse(code -> files.put(place.toString(), code), () -> keepSources(place, spec, files));
        }
        return new Frozen(
                spec.name(),
                spec.file().toString(),
                ProjectRoot.of(spec.file()).toString(),
                files,
                flows,
                overrides,
                fresh);
    }

    /**
     * The sweep as it was. Errors name its files where they are kept.
     *
     * @param sweepId under which the files are put, for as long as the sweep is kept
     */
    public Thawed thaw(Frozen frozen, String sweepId, String address) {
        Path folder = store.localLog(StoreLayout.sweep(sweepId) + "/frozen")
                .orElseThrow(() -> new InvalidInputException(
                        "the frozen files of a sweep can be read from a store on files only",
                        store.uri().toString(),
                        ""))
                .resolve(address.substring(0, 16));
        Path root = Path.of(frozen.root());
        frozen.files().forEach((file, blob) -> put(blob, place(Path.of(file), root, folder)));
        SweepSpec kept = SweepFile.load(place(Path.of(frozen.file()), root, folder), folder, frozen.overrides());
        Path flow = original(kept.flow(), root, folder);
        Map<Path, Path> copies = new TreeMap<>();
        Stream.of(frozen.files(), frozen.flows())
                .flatMap(each -> each.keySet().stream().map(Path::of))
                .forEach(file -> copies.put(file, place(file, root, folder)));
        return new Thawed(kept.movedTo(Path.of(frozen.file()), flow), copies);
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

    /** All of a folder of classes; a flow that is compiled with other sources may need any below its folder. */
    private void keepSources(Path flow, SweepSpec spec, Map<String, String> files) {
        if (Files.isRegularFile(flow)) {
            keep(flow, files);
        }
        if (Files.isDirectory(flow) || !spec.sources().isEmpty()) {
            try (Stream<Path> sources = Files.walk(Files.isDirectory(flow) ? flow : flow.getParent())) {
                boolean all = CompiledPlace.holdsClasses(flow);
                sources.filter(file -> (all || file.toString().endsWith(".java")) && Files.isRegularFile(file))
                        .forEach(file -> keep(file, files));
            } catch (IOException e) {
                throw unreadable(flow, e);
            }
        }
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
        return new InvalidInputException(file + " cannot be read: " + e.getMessage(), "", "");
    }
}
