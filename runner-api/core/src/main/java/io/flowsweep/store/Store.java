package io.flowsweep.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Append-only logs of JSON lines, immutable blobs and exclusive marks, by name.
 *
 * <p><b>Names.</b> A name is a path of one or more segments joined by {@code /}; a segment is made of ASCII letters, digits,
 * {@code . _ -} and does not begin with a dot; the first segment is not {@code blobs}. Anything else is an
 * {@link IllegalArgumentException}. A name is a log, a mark, or the prefix of others, and only one of these.
 *
 * <p><b>Logs.</b> A log has one writer at a time and any number of readers, in any process on any machine that sees the
 * store. {@link #append} adds a batch of lines in order; a reader sees whole lines only, never half of one. A writer that
 * died may have left a torn last line: the next append by a new writer removes it, and readers never show it.
 *
 * <p><b>Blobs</b> are addressed by the SHA-256 of their content: writing the same content twice keeps one copy, and what
 * was read is what was written. <b>Marks</b> are small values that the first writer wins.
 *
 * <p><b>Thread safety.</b> All methods may be called from any thread, but two threads must not append to one log at the
 * same time without a common order of their own.
 *
 * <p><b>Failures</b> are {@link StoreException}s that name the place.
 */
public interface Store {

    /** Where the store is, enough for {@link Stores#open} in another process. */
    URI uri();

    /**
     * Adds lines to a log, which begins to exist with its first line.
     *
     * @param log the log's name
     * @param lines without line ends; an empty list does nothing
     * @throws IllegalArgumentException when a line holds a line end
     */
    void append(String log, List<String> lines);

    /** Says that nothing more will be appended to this log, nor to any below this prefix, so that none need be kept open. */
    default void finish(String prefix) {}

    /**
     * Removes what processes of this machine have begun to write and have not ended before they died. Nobody can see it, but it
     * takes room; who has heard of such a death calls this.
     */
    default void tidy() {}

    /** Makes everything appended to the log so far survive a crash of the machine. */
    void sync(String log);

    /**
     * The whole lines of a log from a position on.
     *
     * @param from 0, or the {@link LogSlice#next()} of an earlier read
     * @return what is there; an empty slice when the log does not exist
     */
    LogSlice read(String log, long from);

    /**
     * The first whole lines of a log from a position on, so that a long log need not be held at once.
     *
     * @param from 0, or the {@link LogSlice#next()} of an earlier read
     * @param bytes about how much to read, at least 1; a longer line is read whole
     * @return at least one line unless there is none; a store may return more than was asked for
     */
    default LogSlice read(String log, long from, int bytes) {
        return read(log, from);
    }

    /**
     * The last whole lines of a log. It costs as much as they are long, however long the log is; by default, which is for stores of
     * small logs, the log is read as a whole.
     *
     * @param bytes about how much to read, at least 1
     */
    default LogTail tail(String log, int bytes) {
        LogSlice all = read(log, 0);
        return new LogTail(true, all.lines(), all.next());
    }

    /** Sets a mark unless it exists. Of several callers exactly one gets {@code true}. */
    boolean createExclusive(String name, byte[] content);

    /** The content of a mark, or empty when nobody has set it. */
    Optional<byte[]> get(String name);

    /** Keeps a content and returns its address: 64 lower-case hexadecimal digits. A damaged copy is replaced. */
    String putBlob(byte[] content);

    /**
     * The same of what is read from a stream to its end, which the caller closes. By default it is read into memory; a store on files
     * holds no more than a part of it.
     *
     * @throws IOException when the stream cannot be read
     */
    default String putBlob(InputStream content) throws IOException {
        return putBlob(content.readAllBytes());
    }

    /** The content at an address; the caller closes it. A missing one is a {@link StoreException}. */
    InputStream getBlob(String address);

    /** The names directly below {@code prefix} (the last segments only), sorted; empty when there is nothing. */
    List<String> list(String prefix);

    /** Removes the log or mark of this name and every one below it; blobs stay. Does nothing when there is none. */
    void delete(String prefix);

    /**
     * The local file behind a log, for an operating system process that must write into it directly. The parent folder
     * exists afterwards. Empty for a store that is not on files.
     */
    Optional<Path> localLog(String log);

    /**
     * A path where nothing is, on the file system of {@link #localLog}, for this process to write a file or a folder that is then
     * moved to its place as a whole. What is still there when the process dies, {@link #tidy} removes. Empty for a store that is not
     * on files.
     */
    default Optional<Path> localDraft() {
        return Optional.empty();
    }

    /** The local file behind a blob, for a class loader; empty for a store that is not on files or a missing blob. */
    Optional<Path> localBlob(String address);
}
