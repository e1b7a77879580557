package io.flowsweep.executor.command;

import io.flowsweep.source.InputList;
import io.flowsweep.source.InputList.Input;
import io.flowsweep.store.FileTrees;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The frozen inputs of a list, as files in one folder of the store, {@code inputs/ADDRESS}, made once; it is written as a draft of the
 * store and then moved to its place, so it is whole when it is seen. Its files are read-only, which does not keep root from writing into them:
 * {@link #restore} finds that. Thread-safe.
 */
final class FrozenInputs {

    private static final int ADDRESS_DIGITS = 16;

    /** What has been found whole by this process, by the addresses of store and list. */
    private static final Map<String, FrozenInputs> KNOWN = new ConcurrentHashMap<>();

    /** What a file that nobody has written to goes on to be. */
    private record Seen(long bytes, long modified) {

        static Seen of(File file) {
            return new Seen(file.length(), file.lastModified());
        }
    }

    private final Store store;
    private final Path folder;
    private final InputList list;
    private final Map<String, Seen> seen = new TreeMap<>();

    private FrozenInputs(Store store, Path folder, InputList list) {
        this.store = store;
        this.folder = folder;
        this.list = list;
    }

    /** @param address of an {@link InputList} */
    static FrozenInputs of(Store store, String address) throws IOException {
        String key = store.uri().toString().concat(address);
        FrozenInputs known = KNOWN.get(key);
        if (known == null) {
            Path folder = all(store).resolve(address.substring(0, ADDRESS_DIGITS));
            known = new FrozenInputs(store, folder, InputList.read(store, address));
            known.find();
            KNOWN.put(key, known);
        }
        return known;
    }

    /** The folder of all frozen inputs of a store. */
    static Path all(Store store) throws IOException {
        return store.localLog(StoreLayout.INPUTS + "/any")
                .orElseThrow(() -> notOnFiles(store))
                .getParent();
    }

    Path folder() {
        return folder;
    }

    /** Their paths below the folder. */
    Set<String> paths() {
        return list.files().keySet();
    }

    private synchronized void find() throws IOException {
        if (!Files.isDirectory(folder)) {
            freeze();
        }
        for (Map.Entry<String, Input> input : list.files().entrySet()) {
            File file = folder.resolve(input.getKey()).toFile();
            if (file.length()
                    != store.localBlob(input.getValue().blob())
                            .map(Path::toFile)
                            .map(File::length)
                            .orElse(-1L)) {
                put(input.getValue(), file.toPath());
            }
            seen.put(input.getKey(), Seen.of(file));
        }
    }

    private void freeze() throws IOException {
        Path draft = Files.createDirectory(draft());
        try {
            for (Map.Entry<String, Input> input : list.files().entrySet()) {
                Path file = draft.resolve(input.getKey());
                Files.createDirectories(file.getParent());
                put(input.getValue(), file);
            }
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            } // else another process was faster
        } finally {
            FileTrees.remove(draft);
        }
    }

    /** Puts a file as it was frozen, in place of what is there; whoever reads that goes on to read it. */
    private void put(Input input, Path file) throws IOException {
        Path draft = draft();
        try (InputStream content = store.getBlob(input.blob())) {
            Files.copy(content, draft);
            draft.toFile().setReadable(true, false);
            draft.toFile().setExecutable(input.executable(), false);
            draft.toFile().setReadOnly();
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Path draft() throws IOException {
        return store.localDraft().orElseThrow(() -> notOnFiles(store));
    }

    private static IOException notOnFiles(Store store) {
        return new IOException("commands need a store on files, but got " + store.uri());
    }

    /** The paths of those that have been written to since they were last seen, in order; they are then as they were. */
    synchronized List<String> restore() throws IOException {
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, Seen> before : seen.entrySet()) {
            File file = folder.resolve(before.getKey()).toFile();
            if (!Seen.of(file).equals(before.getValue())) {
                put(list.files().get(before.getKey()), file.toPath());
                before.setValue(Seen.of(file));
                changed.add(before.getKey());
            }
        }
        return changed;
    }
}
