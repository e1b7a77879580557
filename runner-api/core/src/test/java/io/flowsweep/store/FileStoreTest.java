package io.flowsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FileStoreTest extends StoreContract {

    @Override
    Store open(Path folder) {
        return FileStore.open(folder);
    }

    @Override
    void tear(Path folder, String log, String half) throws IOException {
        Path file = folder.resolve(log);
        Files.createDirectories(file.getParent());
        Files.writeString(file, half, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Nested
    class Folder {

        @Test
        void isMadeByTheFirstWriteForItsOwnerOnly() throws IOException {
            store.read(LOG, 0);
            store.list("flows");
            store.delete("flows");
            assertThat(folder).doesNotExist();
            store.append(LOG, List.of("a"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)))
                    .isEqualTo("rwx------");
        }

        @Test
        void thatCannotBeMadeIsExplained() throws IOException {
            Path file = Files.createFile(temporary.resolve("file"));
            for (Path bad : List.of(file, file.resolve("store"), file.resolve("a/store"))) {
                Store unwritable = open(bad);
                assertThatThrownBy(() -> unwritable.append(LOG, List.of("a")))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining(bad.toString())
                        .hasMessageContaining(file + " is not a folder")
                        .hasMessageContaining("--store");
                assertThatThrownBy(() -> unwritable.putBlob(new byte[1])).isInstanceOf(InvalidInputException.class);
                assertThatThrownBy(() -> unwritable.localLog(LOG)).isInstanceOf(InvalidInputException.class);
            }
        }

        @Test
        void hasOneAddressWhetherItExistsOrNot() {
            URI before = store.uri();
            store.append(LOG, List.of("a"));
            assertThat(open(folder).uri()).isEqualTo(before);
            assertThat(before.toString()).startsWith("file:").endsWith("/store/");
        }
    }

    @Nested
    class FilesOnDisk {

        @Test
        void areFewHoweverManyLogsAreWritten() {
            FileStore files = FileStore.open(folder);
            for (int i = 0; i < LogWriters.MOST_OPEN + 50; i++) {
                files.append("many/" + i, List.of("x"));
            }
            assertThat(files.openLogs()).isEqualTo(LogWriters.MOST_OPEN);
            files.finish("many/" + (LogWriters.MOST_OPEN + 49));
            assertThat(files.openLogs()).isEqualTo(LogWriters.MOST_OPEN - 1);
            files.delete("many");
            assertThat(files.openLogs()).isZero();
        }

        @Test
        void ofALogAreItsLinesAndNothingElse() throws IOException {
            store.append(LOG, List.of("{\"a\":1}", "{\"b\":2}"));
            assertThat(folder.resolve(LOG)).hasContent("{\"a\":1}\n{\"b\":2}\n");
            assertThat(store.localLog(LOG)).hasValue(folder.resolve(LOG));
        }

        @Test
        void ofALocalLogHaveAFolder() {
            Path output = store.localLog("flows/F/runs/9/host-1.out").orElseThrow();
            assertThat(output).doesNotExist();
            assertThat(output.getParent()).isDirectory();
        }

        @Test
        void ofABlobAreNotRewritten() throws IOException {
            Path file = store.localBlob(store.putBlob(new byte[] {1})).orElseThrow();
            assertThat(folder.resolve("blobs").relativize(file).toString())
                    .isEqualTo("4b/" + "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a");
            FileTime old = FileTime.fromMillis(1_000_000);
            Files.setLastModifiedTime(file, old);
            store.putBlob(new byte[] {1});
            assertThat(Files.getLastModifiedTime(file)).isEqualTo(old);
        }

        @Test
        void ofADamagedBlobAreReplaced() throws IOException {
            Path file = store.localBlob(store.putBlob(new byte[] {1, 2})).orElseThrow();
            for (byte[] damage : List.of(new byte[0], new byte[] {1}, new byte[] {1, 3})) {
                Files.write(file, damage);
                store.putBlob(new byte[] {1, 2});
                assertThat(file).hasBinaryContent(new byte[] {1, 2});
            }
        }

        @Test
        void leaveNoDraftsBehind() throws IOException {
            store.putBlob(new byte[] {1});
            store.createExclusive("m/a", new byte[] {1});
            store.createExclusive("m/a", new byte[] {2});
            try (var files = Files.walk(folder)) {
                assertThat(files.filter(Files::isRegularFile)).hasSize(2);
            }
        }

        @Test
        void ofTheDeadAreRemovedAndOthersStay() throws IOException, InterruptedException {
            Process dead = new ProcessBuilder("true").start();
            dead.waitFor();
            String here = "@" + ThisMachine.name().replaceAll("[^A-Za-z0-9._-]", "_") + "-1f";
            Path drafts = Files.createDirectories(folder.resolve(Drafts.FOLDER));
            Path left = Files.createFile(drafts.resolve(dead.pid() + here));
            Path written =
                    Files.createFile(drafts.resolve(ProcessHandle.current().pid() + here));
            Path elsewhere = Files.createFile(drafts.resolve(dead.pid() + "@another-machine-1f"));
            Path leftFolder = Files.createDirectory(drafts.resolve(dead.pid() + here + "2"));
            Files.createFile(leftFolder.resolve("input")).toFile().setReadOnly();
            store.tidy();
            assertThat(left).doesNotExist();
            assertThat(leftFolder).doesNotExist();
            assertThat(written).exists();
            assertThat(elsewhere).exists();
        }
    }

    /** So that the last lines of a log of gigabytes cost as much as they are long. */
    @Test
    void readsOnlyTheEndOfALog() throws IOException {
        Path log = Files.createDirectories(folder).resolve("log");
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.seek(6L << 30); // a hole, which takes no room
            file.write("\none\ntwo\nhalf".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(store.tail("log", 1000)).isEqualTo(new LogTail(false, List.of("one", "two"), (6L << 30) + 9));
    }

    @Test
    void aTailCutsALineThatAloneIsLonger() {
        store.append("log", List.of("short", "é".repeat(100)));
        assertThat(store.tail("log", 50)).isEqualTo(new LogTail(false, List.of("é".repeat(25)), 207));
        assertThat(store.tail("log", 207)).isEqualTo(new LogTail(true, List.of("short", "é".repeat(100)), 207));
    }

    @Test
    void failuresNameThePlace() throws IOException {
        Files.createDirectories(folder.resolve(LOG));
        assertThatThrownBy(() -> store.append(LOG, List.of("a")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(folder.resolve(LOG).toString());
        assertThatThrownBy(() -> store.read(LOG, 0)).isInstanceOf(StoreException.class);
    }
}
