package io.flowsweep.store;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A store as an object store allows it: objects are put whole, once, and never changed. A log is one object for each
 * append, {@code log@0}, {@code log@1}, …; a position is the number of the next one. The objects are files, so that
 * several processes may share the store.
 */
final class SegmentStore implements Store {

    private final File root;
    private final Map<String, Long> nextSegment = new ConcurrentHashMap<>();

    SegmentStore(Path root) {
        this.root = root.toFile();
    }

    @Override
    public URI uri() {
        return URI.create("segments:" + root.toPath().toAbsolutePath().toUri().getRawPath());
    }

    @Override
    public void append(String log, List<String> lines) {
        StoreNames.check(log);
        byte[] segment = LogFile.encode(lines);
        if (segment.length == 0) {
            return;
        }
        long next = nextSegment.getOrDefault(log, 0L);
        while (!put(log + "@" + next, segment)) {
            next++;
        }
        nextSegment.put(log, next + 1);
    }

    @Override
    public void sync(String log) {
        StoreNames.check(log);
    }

    @Override
    public LogSlice read(String log, long from) {
        StoreNames.check(log);
        if (from < 0) {
            throw new IllegalArgumentException("a position in a log is at least 0, but got " + from);
        }
        List<String> lines = new ArrayList<>();
        long next = from;
        for (Optional<byte[]> segment = object(log + "@" + next);
                segment.isPresent();
                segment = object(log + "@" + ++next)) {
            String text = new String(segment.get(), StandardCharsets.UTF_8);
            lines.addAll(List.of(text.substring(0, text.length() - 1).split("\n", -1)));
        }
        return new LogSlice(lines, next);
    }

    @Override
    public boolean createExclusive(String name, byte[] content) {
        return put(StoreNames.check(name), content);
    }

    @Override
    public Optional<byte[]> get(String name) {
        return object(StoreNames.check(name));
    }

    @Override
    public String putBlob(byte[] content) {
        try {
            String address = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            put("@blobs/" + address, content);
            return address;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public InputStream getBlob(String address) {
        return new ByteArrayInputStream(object("@blobs/" + StoreNames.checkAddress(address))
                .orElseThrow(() -> new StoreException("no blob " + address + " in " + root)));
    }

    @Override
    public List<String> list(String prefix) {
        String[] objects = new File(root, StoreNames.check(prefix)).list();
        TreeSet<String> names = new TreeSet<>();
        for (String object : objects == null ? new String[0] : objects) {
            if (object.charAt(0) != '.') {
                names.add(object.split("@")[0]);
            }
        }
        return List.copyOf(names);
    }

    @Override
    public void delete(String prefix) {
        File place = new File(root, StoreNames.check(prefix));
        try {
            FileTrees.remove(place.toPath());
            File[] beside =
                    place.getParentFile().listFiles((folder, object) -> object.startsWith(place.getName() + "@"));
            for (File segment : beside == null ? new File[0] : beside) {
                FileTrees.remove(segment.toPath());
            }
            nextSegment.keySet().removeIf(log -> log.equals(prefix) || log.startsWith(prefix + "/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Path> localLog(String log) {
        StoreNames.check(log);
        return Optional.empty();
    }

    @Override
    public Optional<Path> localBlob(String address) {
        StoreNames.checkAddress(address);
        return Optional.empty();
    }

    private boolean put(String object, byte[] content) {
        try {
            File file = new File(root, object);
            Files.createDirectories(file.getParentFile().toPath());
            return new Drafts(root).putIfAbsent(file, content);
        } catch (IOException e) {
            throw new StoreException("cannot put " + object, e);
        }
    }

    private Optional<byte[]> object(String object) {
        File file = new File(root, object);
        try {
            return file.isFile() ? Optional.of(Files.readAllBytes(file.toPath())) : Optional.empty();
        } catch (IOException e) {
            throw new StoreException("cannot get " + object, e);
        }
    }
}
