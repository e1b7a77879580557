package io.flowsweep.store;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Files, and folders, of a store that others see whole or not at all: written in a folder of their own, then put into their place in one act of
 * the file system. The name of a draft tells which process writes it, so that what a dead one has left can be removed. Thread-safe.
 */
final class Drafts {

    /** In the store's folder; no name in a store begins with a dot. */
    static final String FOLDER = ".drafts";

    private static final char END_OF_PID = '@';

    private final File folder;

    /** @param store its folder; nothing is made yet */
    Drafts(File store) {
        this.folder = new File(store, FOLDER);
    }

    /** Puts a file, in place of what is there. */
    void put(File file, byte[] content) throws IOException {
        File draft = write(content);
        try {
            Files.move(draft.toPath(), file.toPath(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            draft.delete();
        }
    }

    /** Puts a file unless there is one; whether it did. Needs hard links, which also hold on shared folders. */
    boolean putIfAbsent(File file, byte[] content) throws IOException {
        if (file.exists()) {
            return false;
        }
        File draft = write(content);
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

    /**
     * A path where nothing is, for this process to write a file or a folder there and to put it into its place, or to delete it.
     *
     * @throws IOException when there can be no folder for it
     */
    File next() throws IOException {
        if (!folder.isDirectory()) {
            Files.createDirectories(folder.toPath());
        }
        long random = ThreadLocalRandom.current().nextLong();
        return new File(folder, OfThisProcess.PREFIX.concat(Long.toHexString(random)));
    }

    /** Removes what processes of this machine have left that have died; a pid that is used again keeps it until later. */
    void removeOfDead() {
        String[] names = folder.list();
        if (names == null) {
            return;
        }
        for (String name : names) {
            int end = name.indexOf(END_OF_PID);
            if (end > 0 && name.startsWith(OfThisProcess.MACHINE, end + 1) && !isAlive(name.substring(0, end))) {
                remove(new File(folder, name));
            }
        }
    }

    /** What cannot be removed is tried again by whoever tidies next. Logging is set up here only: every host makes drafts. */
    private static void remove(File draft) {
        try {
            FileTrees.remove(draft.toPath());
        } catch (IOException e) {
            System.getLogger(Drafts.class.getName()).log(Level.DEBUG, "a draft of a process that has died stays", e);
        }
    }

    private static boolean isAlive(String pid) {
        return ThisMachine.lives(Long.parseLong(pid));
    }

    private File write(byte[] content) throws IOException {
        File draft = next();
        try (FileOutputStream out = new FileOutputStream(draft)) {
            out.write(content);
        } catch (IOException e) {
            draft.delete();
            throw e;
        }
        return draft;
    }

    private static final class OfThisProcess {

        /** The characters that any file system takes, and an end. */
        static final String MACHINE = machine().concat("-");

        static final String PREFIX =
                ProcessHandle.current().pid() + String.valueOf(END_OF_PID).concat(MACHINE);

        private static String machine() {
            StringBuilder name = new StringBuilder();
            String whole = ThisMachine.name();
            for (int i = 0; i < whole.length(); i++) {
                char c = whole.charAt(i);
                name.append(StoreNames.allowed(c) ? c : '_');
            }
            return name.toString();
        }
    }
}
