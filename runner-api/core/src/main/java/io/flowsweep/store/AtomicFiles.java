package io.flowsweep.store;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Files that others see whole or not at all: written beside their place under a name that begins with a dot, then put
 * there in one act of the file system.
 */
final class AtomicFiles {

    private AtomicFiles() {}

    /** Puts a file, in place of what is there. */
    static void put(File file, byte[] content) throws IOException {
        File draft = draft(file, content);
        try {
            Files.move(draft.toPath(), file.toPath(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            draft.delete();
        }
    }

    /** Puts a file unless there is one; whether it did. Needs hard links, which also hold on shared folders. */
    static boolean putIfAbsent(File file, byte[] content) throws IOException {
        if (file.exists()) {
            return false;
        }
        File draft = draft(file, content);
        try {
            Files.createLink(file.toPath(), draft.toPath());
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException e) {
            throw new IOException("the file system has no hard links; keep the store on another one", e);
        } finally {
            draft.delete();
        }
    }

    /** Whether a file exists and holds exactly this. */
    static boolean holds(File file, byte[] content) throws IOException {
        if (file.length() != content.length || !file.isFile()) {
            return false;
        }
        try (FileInputStream in = new FileInputStream(file)) {
            byte[] block = new byte[Math.min(1 << 16, Math.max(1, content.length))];
            int at = 0;
            for (int n = in.read(block); n > 0; n = in.read(block)) {
                if (at + n > content.length || !Arrays.equals(block, 0, n, content, at, at + n)) {
                    return false;
                }
                at += n;
            }
            return at == content.length;
        }
    }

    /** A file in a folder under a name that nobody else uses; it is not there. */
    static File draft(File folder) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String name = ".draft-".concat(Long.toHexString(random.nextLong())).concat(Long.toHexString(random.nextLong()));
        return new File(folder, name);
    }

    private static File draft(File file, byte[] content) throws IOException {
        File draft = draft(file.getParentFile());
        try (FileOutputStream out = new FileOutputStream(draft)) {
            out.write(content);
        } catch (IOException e) {
            draft.delete();
            throw e;
        }
        return draft;
    }
}
