package io.flowsweep.sweep.results;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plots.UnableToWriteException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Where the files people open are kept: {@code results/NAME/START/} for each run of a sweep, and {@code results/NAME/latest},
 * a relative link to the newest, swapped atomically. Where links cannot be made, {@code latest} is a plain folder which
 * the newest run takes over.
 */
public final class ResultsFolder {

    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final String LATEST = "latest";

    private final Path folder;
    private final Path latest;

    private ResultsFolder(Path folder, Path latest) {
        this.folder = folder;
        this.latest = latest;
    }

    /**
     * Makes the folder that holds those of a sweep, unless it exists: before anything of the sweep is on record.
     *
     * @param root the folder of all results
     * @param name the sweep's name as one path segment
     * @throws InvalidInputException when it cannot be made
     */
    public static void prepare(Path root, String name) {
        try {
            Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw unwritable(root.resolve(name), e);
        }
    }

    /**
     * Makes the folder of a sweep that starts now and lets {@code latest} point to it.
     *
     * @param root the folder of all results
     * @param name the sweep's name as one path segment
     * @throws InvalidInputException when it cannot be made
     */
    public static ResultsFolder create(Path root, String name, Instant start) {
        Path parent = root.resolve(name);
        try {
            Files.createDirectories(parent);
            Path folder = fresh(parent, START.format(start));
            return new ResultsFolder(point(parent, folder), parent.resolve(LATEST));
        } catch (IOException e) {
            throw unwritable(parent, e);
        }
    }

    private static InvalidInputException unwritable(Path folder, IOException e) {
        return new InvalidInputException(
                "the results cannot be written: " + UnableToWriteException.reason(e),
                folder.toString(),
                "Name another folder with --results DIR");
    }

    /** The name that stays: {@code results/NAME/latest}. */
    public Path latest() {
        return latest;
    }

    /** The table. */
    public Path csv() {
        return folder.resolve("results.csv");
    }

    /** The charts. */
    public Path charts() {
        return folder.resolve("charts");
    }

    /** Two sweeps may start in one second. */
    private static Path fresh(Path parent, String name) throws IOException {
        for (int i = 1; true; i++) {
            try {
                return Files.createDirectory(parent.resolve(i == 1 ? name : name + "-" + i));
            } catch (FileAlreadyExistsException e) {
                continue; // that of another
            }
        }
    }

    /** The folder to write to: {@code folder}, or {@code latest} itself where it cannot be a link. */
    private static Path point(Path parent, Path folder) throws IOException {
        Path latest = parent.resolve(LATEST);
        Path link = parent.resolve("." + LATEST + "-" + folder.getFileName());
        try {
            Files.createSymbolicLink(link, folder.getFileName());
            Files.move(link, latest, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return folder;
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.deleteIfExists(link);
            Files.delete(folder);
            removeCharts(Files.createDirectories(latest).resolve("charts"));
            return latest;
        }
    }

    /** Charts that the new sweep may not have. */
    private static void removeCharts(Path charts) throws IOException {
        if (Files.isDirectory(charts)) {
            try (DirectoryStream<Path> old = Files.newDirectoryStream(charts, "*.{png,svg}")) {
                for (Path chart : old) {
                    Files.delete(chart);
                }
            }
        }
    }
}
