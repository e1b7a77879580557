package io.flowsweep.sweep.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The files that this JVM reads, as the JDK's own recorder sees them. */
final class FileReads implements AutoCloseable {

    private final Recording recording = new Recording();

    private FileReads() {}

    static FileReads start() {
        FileReads reads = new FileReads();
        reads.recording.enable("jdk.FileRead").withoutThreshold().withoutStackTrace();
        reads.recording.start();
        return reads;
    }

    /** Ends the recording. */
    Set<Path> paths() throws IOException {
        recording.stop();
        Path file = Files.createTempFile("reads", ".jfr");
        recording.dump(file);
        Set<Path> paths = new TreeSet<>();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getEventType().getName().equals("jdk.FileRead") && event.getString("path") != null) {
                    paths.add(Path.of(event.getString("path")).toAbsolutePath().normalize());
                }
            }
        }
        Files.delete(file);
        return paths;
    }

    @Override
    public void close() {
        recording.close();
    }
}
