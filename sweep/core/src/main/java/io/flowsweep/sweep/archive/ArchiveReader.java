package io.flowsweep.sweep.archive;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.store.Store;
import io.flowsweep.sweep.archive.SweepArchive.Imported;
import io.flowsweep.sweep.engine.journal.Journals;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.events.SweepEvents;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Checks an archive, all of it, and then puts what it holds into a store. Confined to one thread. */
final class ArchiveReader {

    private static final int MOST_ENTRIES = 5_000_000;
    private static final int LONGEST_MANIFEST = 100_000;

    private final Path file;
    private final Store store;
    private final Set<String> runs = new HashSet<>();

    ArchiveReader(Path file, Store store) {
        this.file = file;
        this.store = store;
    }

    Imported read() {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Unpacking unpacking = new Unpacking(zip, Files.size(file), this::wrong);
            String sweep = manifest(unpacking);
            if (!new Journals(store).drivers(sweep).isEmpty()) {
                throw new InvalidInputException(
                        "the sweep " + sweep + " is in this store already",
                        file.toString(),
                        "Name another store with --store DIR, or take it from the record: flowsweep rm " + sweep);
            }
            List<ZipEntry> entries = entries(zip, sweep);
            for (ZipEntry entry : entries) {
                check(entry, sweep, unpacking);
            }
            for (ZipEntry entry : entries) {
                put(entry, unpacking, sweep);
            }
            return new Imported(sweep, runs.size());
        } catch (NoSuchFileException e) {
            throw wrong("there is no such file");
        } catch (ZipException e) {
            throw wrong("it is no zip file, or a damaged one: " + e.getMessage());
        } catch (IOException e) {
            throw wrong("it cannot be read: " + e.getMessage());
        }
    }

    private InvalidInputException wrong(String what) {
        return new InvalidInputException(
                what, file.toString(), "Name a file that `flowsweep export` has written, as it was written.");
    }

    /** The id of the sweep. */
    private String manifest(Unpacking unpacking) throws IOException {
        ZipEntry entry = unpacking.entry(SweepArchive.MANIFEST);
        if (entry == null) {
            throw wrong("it holds no sweep: there is no " + SweepArchive.MANIFEST + " in it");
        }
        try {
            Map<String, Object> manifest =
                    Json.parseObject(new String(unpacking.bytes(entry, LONGEST_MANIFEST), StandardCharsets.UTF_8));
            if (!Long.valueOf(SweepArchive.FORMAT).equals(manifest.get("format"))) {
                throw wrong("it is of format " + manifest.get("format") + ", and this version knows "
                        + SweepArchive.FORMAT);
            }
            if (manifest.get("sweep") instanceof String sweep && ArchiveNames.isSweep(sweep)) {
                return sweep;
            }
        } catch (CodecException e) {
            throw wrong("its " + SweepArchive.MANIFEST + " cannot be read: " + e.getMessage());
        }
        throw wrong("its " + SweepArchive.MANIFEST + " names no sweep");
    }

    /** What goes into the store, the journals last: a sweep is there when its journal is. */
    private List<ZipEntry> entries(ZipFile zip, String sweep) {
        if (zip.size() > MOST_ENTRIES) {
            throw wrong("it has " + zip.size() + " entries, and at most " + MOST_ENTRIES + " are read");
        }
        Set<String> names = new HashSet<>();
        zip.stream().forEach(entry -> {
            String name = entry.getName();
            boolean known = ArchiveNames.isForPeople(name)
                    || ArchiveNames.isRun(name)
                    || ArchiveNames.isBlob(name)
                    || ArchiveNames.isJournal(name, sweep)
                    || ArchiveNames.isAcceptance(name, sweep);
            if (!known) {
                throw wrong("it holds \"" + name + "\", which is no part of a sweep");
            }
            if (!names.add(name)) {
                throw wrong("it holds \"" + name + "\" twice");
            }
        });
        if (names.stream().noneMatch(name -> ArchiveNames.isJournal(name, sweep))) {
            throw wrong("it holds no journal of the sweep " + sweep);
        }
        return Stream.concat(
                        zip.stream().filter(entry -> !ArchiveNames.isJournal(entry.getName(), sweep)),
                        zip.stream().filter(entry -> ArchiveNames.isJournal(entry.getName(), sweep)))
                .filter(entry -> !ArchiveNames.isForPeople(entry.getName()))
                .<ZipEntry>map(entry -> entry)
                .toList();
    }

    private void check(ZipEntry entry, String sweep, Unpacking unpacking) throws IOException {
        String name = entry.getName();
        String digest = unpacking.digest(entry);
        if (ArchiveNames.isBlob(name)) {
            if (!digest.equals(ArchiveNames.address(name))) {
                throw wrong("it is damaged: \"" + name + "\" is not what its name says");
            }
        } else if (ArchiveNames.isJournal(name, sweep)) {
            checkJournal(entry, sweep, unpacking);
        } else if (ArchiveNames.isRun(name)) {
            Path there = local(name);
            if (Files.exists(there)) {
                if (!unpacking.isSame(entry, there)) {
                    throw wrong(
                            "the store has another \"" + name.substring(ArchiveNames.STORE.length()) + "\" already");
                }
            } else {
                runs.add(name.substring(0, name.lastIndexOf('/')));
            }
        }
    }

    private void checkJournal(ZipEntry entry, String sweep, Unpacking unpacking) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(unpacking.open(entry), StandardCharsets.UTF_8))) {
            String first = lines.readLine();
            boolean begins = first != null
                    && SweepEvents.parse(first)
                            .filter(SweepStarted.class::isInstance)
                            .map(SweepStarted.class::cast)
                            .filter(start -> start.sweep().equals(sweep))
                            .isPresent();
            if (!begins) {
                throw wrong("\"" + entry.getName() + "\" is no journal of the sweep " + sweep);
            }
        } catch (CodecException e) {
            throw wrong("\"" + entry.getName() + "\" is no journal: " + e.getMessage());
        }
    }

    private void put(ZipEntry entry, Unpacking unpacking, String sweep) throws IOException {
        String name = entry.getName();
        if (ArchiveNames.isBlob(name)) {
            if (store.localBlob(ArchiveNames.address(name)).isEmpty()) {
                store.putBlob(unpacking.bytes(entry, Integer.MAX_VALUE - 8));
            }
        } else if (ArchiveNames.isAcceptance(name, sweep)) {
            store.createExclusive(
                    name.substring(ArchiveNames.STORE.length()), unpacking.bytes(entry, LONGEST_MANIFEST));
        } else if (!Files.exists(local(name))) {
            putLog(entry, local(name), unpacking);
        }
    }

    private static void putLog(ZipEntry entry, Path place, Unpacking unpacking) throws IOException {
        Path draft = Files.createTempFile(place.getParent(), ".draft-", "");
        try {
            try (InputStream in = unpacking.open(entry)) {
                Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(draft, place);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Path local(String entry) {
        String name = entry.substring(ArchiveNames.STORE.length());
        return store.localLog(name)
                .orElseThrow(() -> new InvalidInputException(
                        "an archive can be read into a store on files only",
                        store.uri().toString(),
                        ""));
    }
}
