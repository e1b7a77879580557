package io.flowsweep.store;

import io.flowsweep.codec.Sha256;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A store in plain files below one folder: a log and a mark are files of their name, a blob is
 * {@code blobs/<first two digits>/<address>}. The folder is made, for its owner only (0700), by the first write.
 *
 * <p>The folder may be shared by machines: appends go through {@code O_APPEND}, marks through hard links, blobs through
 * renames. What is being written is a draft in a folder whose name begins with a dot.
 *
 * <p><b>Failures.</b> Besides {@link StoreException}, each method that writes throws
 * {@link io.flowsweep.errors.InvalidInputException} when the store's folder cannot be made or written.
 */
public final class FileStore implements Store {

    private static final LogTail NOTHING = new LogTail(true, List.of(), 0);

    private final StoreFolder folder;
    private final URI uri;
    private final LogWriters writers;
    private final Drafts drafts;

    private FileStore(Path folder) {
        this.folder = new StoreFolder(folder.toAbsolutePath().normalize().toFile());
        String address = this.folder.path().toURI().toString();
        this.uri = URI.create(address.endsWith("/") ? address : address.concat("/"));
        this.writers = new LogWriters(this.folder);
        this.drafts = new Drafts(this.folder.path());
    }

    /** A store in this folder, which need not exist; nothing is read or written yet. */
    public static FileStore open(Path folder) {
        return new FileStore(folder);
    }

    /** The store's folder: absolute. */
    public Path folder() {
        return folder.path().toPath();
    }

    @Override
    public URI uri() {
        return uri;
    }

    @Override
    public void append(String log, List<String> lines) {
        File file = file(log);
        byte[] batch = LogFile.encode(lines);
        if (batch.length == 0) {
            return;
        }
        try {
            writers.append(file, batch);
        } catch (IOException e) {
            throw failed("append to", file, e);
        }
    }

    @Override
    public void finish(String prefix) {
        File file = file(prefix);
        try {
            writers.forget(file);
        } catch (IOException e) {
            throw failed("close", file, e);
        }
    }

    @Override
    public void sync(String log) {
        File file = file(log);
        if (!file.isFile()) {
            return;
        }
        try (RandomAccessFile open = new RandomAccessFile(file, "rw")) {
            open.getFD().sync();
        } catch (IOException e) {
            throw failed("sync", file, e);
        }
    }

    @Override
    public LogSlice read(String log, long from) {
        return read(log, from, Integer.MAX_VALUE);
    }

    @Override
    public LogSlice read(String log, long from, int bytes) {
        File file = file(log);
        if (from < 0) {
            throw new IllegalArgumentException("a position in a log is at least 0, but got " + from);
        }
        if (!file.exists()) {
            return new LogSlice(List.of(), from);
        }
        try {
            return LogFile.read(file, from, bytes);
        } catch (IOException e) {
            if (!file.exists()) { // deleted just now
                return new LogSlice(List.of(), from);
            }
            throw failed("read", file, e);
        }
    }

    @Override
    public LogTail tail(String log, int bytes) {
        File file = file(log);
        try {
            return file.exists() ? LogFile.tail(file, bytes) : NOTHING;
        } catch (IOException e) {
            if (!file.exists()) { // deleted just now
                return NOTHING;
            }
            throw failed("read", file, e);
        }
    }

    @Override
    public boolean createExclusive(String name, byte[] content) {
        File file = file(name);
        try {
            folder.prepareFor(file);
            return drafts.putIfAbsent(file, content);
        } catch (IOException e) {
            throw failed("create", file, e);
        }
    }

    @Override
    public Optional<byte[]> get(String name) {
        File file = file(name);
        if (!file.isFile()) {
            return Optional.empty();
        }
        try (FileInputStream in = new FileInputStream(file)) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            if (!file.exists()) {
                return Optional.empty();
            }
            throw failed("read", file, e);
        }
    }

    @Override
    public String putBlob(byte[] content) {
        String address = Sha256.of(content);
        File file = blob(address);
        try {
            if (!Drafts.holds(file, content)) {
                folder.prepareFor(file);
                drafts.put(file, content);
            }
            return address;
        } catch (IOException e) {
            throw failed("write", file, e);
        }
    }

    /** The address is known when all has been read: it is written where blobs are, and then put into its place. */
    @Override
    public String putBlob(InputStream content) throws IOException {
        File draft = nextDraft();
        try {
            String address;
            try (OutputStream out = writing(draft)) {
                address = Sha256.copying(content, out);
            }
            put(draft, blob(address));
            return address;
        } finally {
            draft.delete();
        }
    }

    private File nextDraft() {
        try {
            folder.prepareFor(folder.path());
            return drafts.next();
        } catch (IOException e) {
            throw failed("write", folder.path(), e);
        }
    }

    /** Tells what goes wrong in writing from what goes wrong in reading what is written. */
    private OutputStream writing(File file) {
        try {
            return new FilterOutputStream(new FileOutputStream(file)) {
                @Override
                public void write(byte[] bytes, int from, int length) {
                    try {
                        out.write(bytes, from, length);
                    } catch (IOException e) {
                        throw failed("write", file, e);
                    }
                }
            };
        } catch (IOException e) {
            throw failed("write", file, e);
        }
    }

    private void put(File draft, File file) {
        try {
            folder.prepareFor(file);
            Files.move(draft.toPath(), file.toPath(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failed("write", file, e);
        }
    }

    @Override
    public InputStream getBlob(String address) {
        File file = blob(address);
        try {
            return new FileInputStream(file);
        } catch (FileNotFoundException e) {
            throw failed("read", file, e);
        }
    }

    @Override
    public List<String> list(String prefix) {
        String[] names = file(prefix).list();
        if (names == null) {
            folder.checkReadable();
            return List.of();
        }
        int kept = 0;
        for (String name : names) {
            if (name.charAt(0) != '.') {
                names[kept++] = name;
            }
        }
        Arrays.sort(names, 0, kept);
        return List.of(Arrays.copyOf(names, kept));
    }

    @Override
    public void tidy() {
        drafts.removeOfDead();
    }

    @Override
    public Optional<Path> localDraft() {
        try {
            folder.prepareFor(new File(folder.path(), Drafts.FOLDER));
            return Optional.of(drafts.next().toPath());
        } catch (IOException e) {
            throw failed("write", folder.path(), e);
        }
    }

    @Override
    public void delete(String prefix) {
        File file = file(prefix);
        try {
            writers.forget(file);
            FileTrees.remove(file.toPath());
        } catch (IOException e) {
            throw failed("delete", file, e);
        }
    }

    @Override
    public Optional<Path> localLog(String log) {
        File file = file(log);
        try {
            folder.prepareFor(file);
        } catch (IOException e) {
            throw failed("create", file, e);
        }
        return Optional.of(file.toPath());
    }

    @Override
    public Optional<Path> localBlob(String address) {
        File file = blob(address);
        return file.isFile() ? Optional.of(file.toPath()) : Optional.empty();
    }

    /** {@code FileStore[folder]}. */
    @Override
    public String toString() {
        return "FileStore[" + folder.path() + "]";
    }

    int openLogs() {
        return writers.openCount();
    }

    private File file(String name) {
        return new File(folder.path(), StoreNames.check(name));
    }

    private File blob(String address) {
        StoreNames.checkAddress(address);
        return new File(new File(new File(folder.path(), StoreNames.BLOBS), address.substring(0, 2)), address);
    }

    private static StoreException failed(String act, File file, IOException e) {
        String message = "cannot " + act + " " + file + ": " + e.getMessage();
        boolean read = act.equals("read");
        return read || e instanceof ClosedChannelException // by an interrupt of the writer
                ? new StoreException(message, e)
                : new UnwritableStoreException(message, e);
    }
}
