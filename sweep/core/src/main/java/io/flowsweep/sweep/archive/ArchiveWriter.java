package io.flowsweep.sweep.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an archive, and notes which blobs its logs refer to. Confined to one thread. */
final class ArchiveWriter implements Closeable {

    /** All entries have one time, so that one sweep gives the same bytes. */
    private static final long TIME = 0;

    private final Contents contents;
    private final ZipOutputStream zip;
    private final Deque<String> wanted = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();

    ArchiveWriter(Contents contents, OutputStream out) {
        this.contents = contents;
        this.zip = new ZipOutputStream(out);
    }

    void text(String entry, String text) throws IOException {
        bytes(entry, text.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(String entry, byte[] content) throws IOException {
        begin(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** A log or a mark of the store. */
    void log(String name) throws IOException {
        entry(ArchiveNames.STORE + name, contents.log(name));
    }

    /** Every blob that what was written refers to, or that one of these blobs refers to. */
    void blobs() throws IOException {
        while (!wanted.isEmpty()) {
            String address = wanted.remove();
            entry(ArchiveNames.blob(address), contents.blob(address));
        }
    }

    private void entry(String name, Optional<InputStream> content) throws IOException {
        if (content.isPresent()) {
            begin(name);
            try (InputStream in = content.get()) {
                copy(in);
            }
            zip.closeEntry();
        }
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(TIME);
        zip.putNextEntry(entry);
    }

    private void copy(InputStream in) throws IOException {
        Addresses addresses = new Addresses(address -> {
            if (seen.add(address)) {
                wanted.add(address);
            }
        });
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            zip.write(buffer, 0, n);
            addresses.look(buffer, n);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
