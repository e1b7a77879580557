package io.flowsweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.codec.Sha256;
import io.flowsweep.testing.JavaProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Store} promises. */
abstract class StoreContract {

    static final String LOG = "flows/F/runs/1/run.jsonl";

    @TempDir
    Path temporary;

    Path folder;
    Store store;

    /** A new handle on the store in a folder. */
    abstract Store open(Path folder);

    /** Leaves what a writer leaves that died while it appended {@code half} of a line. */
    abstract void tear(Path folder, String log, String half) throws IOException;

    @BeforeEach
    void openStore() {
        folder = temporary.resolve("store");
        store = open(folder);
    }

    @Nested
    class Logs {

        @Test
        void areReadInTheOrderOfAppending() {
            store.append(LOG, List.of("a", "b"));
            store.append(LOG, List.of("c"));
            assertThat(store.read(LOG, 0).lines()).containsExactly("a", "b", "c");
        }

        @Test
        void areReadOnFromWhereAnEarlierReadEnded() {
            store.append(LOG, List.of("a", "b"));
            long next = store.read(LOG, 0).next();
            assertThat(store.read(LOG, next)).isEqualTo(new LogSlice(List.of(), next));
            store.append(LOG, List.of("c"));
            assertThat(store.read(LOG, next).lines()).containsExactly("c");
        }

        @Test
        void areReadAPartAtATime() {
            List<String> lines = java.util.stream.IntStream.range(0, 500)
                    .mapToObj(i -> "x".repeat(i % 90) + i)
                    .toList();
            store.append("log", lines.subList(0, 200));
            store.append("log", lines.subList(200, 500));

            List<String> read = new java.util.ArrayList<>();
            LogSlice part = store.read("log", 0, 1);
            while (!part.lines().isEmpty()) {
                read.addAll(part.lines());
                part = store.read("log", part.next(), 50);
            }
            assertThat(read).isEqualTo(lines);
        }

        @Test
        void endInATail() {
            assertThat(store.tail(LOG, 10)).isEqualTo(new LogTail(true, List.of(), 0));
            store.append(LOG, List.of("a", "b", "c"));
            LogTail tail = store.tail(LOG, 4);
            assertThat(tail.lines()).endsWith("b", "c").hasSize(tail.whole() ? 3 : 2);
            assertThat(store.read(LOG, tail.next()).lines()).isEmpty();
            store.append(LOG, List.of("d"));
            assertThat(store.read(LOG, tail.next()).lines()).containsExactly("d");
        }

        @Test
        void keepEveryCharacterAndEmptyLines() {
            List<String> lines = List.of("", "{\"a\":\"é → 𝄞\"}", "", "\t x \u0085\u2028");
            store.append(LOG, lines);
            assertThat(store.read(LOG, 0).lines()).isEqualTo(lines);
        }

        @Test
        void areEmptyWhileTheyDoNotExist() {
            assertThat(store.read(LOG, 0)).isEqualTo(new LogSlice(List.of(), 0));
            store.append(LOG, List.of());
            assertThat(store.list("flows")).isEmpty();
        }

        @Test
        void refuseALineEndInALine() {
            assertThatIllegalArgumentException().isThrownBy(() -> store.append(LOG, List.of("a", "b\nc")));
            assertThatIllegalArgumentException().isThrownBy(() -> store.append(LOG, List.of("a\rb")));
            assertThat(store.read(LOG, 0).lines()).isEmpty();
        }

        @Test
        void refuseANegativePosition() {
            assertThatIllegalArgumentException().isThrownBy(() -> store.read(LOG, -1));
        }

        @Test
        void areContinuedByAnotherWriter() {
            store.append(LOG, List.of("a"));
            open(folder).append(LOG, List.of("b"));
            store.append(LOG, List.of("c"));
            store.sync(LOG);
            assertThat(open(folder).read(LOG, 0).lines()).containsExactly("a", "b", "c");
        }

        @Test
        void neverShowATornLineAndLoseItAtTheNextAppend() throws IOException {
            store.append(LOG, List.of("a"));
            tear(folder, LOG, "{\"half\":" + "x".repeat(20_000));
            Store next = open(folder);
            assertThat(next.read(LOG, 0).lines()).containsExactly("a");
            long position = next.read(LOG, 0).next();
            next.append(LOG, List.of("b"));
            assertThat(next.read(LOG, 0).lines()).containsExactly("a", "b");
            assertThat(next.read(LOG, position).lines()).containsExactly("b");
        }

        @Test
        void survivesATornFirstLine() throws IOException {
            tear(folder, LOG, "{");
            assertThat(store.read(LOG, 0).lines()).isEmpty();
            store.append(LOG, List.of("a"));
            assertThat(store.read(LOG, 0).lines()).containsExactly("a");
        }

        @Test
        void areAppendedToByAnInterruptedThread() {
            Thread.currentThread().interrupt();
            store.append(LOG, List.of("a"));
            assertThat(Thread.interrupted()).isTrue();
            store.append(LOG, List.of("b"));
            assertThat(store.read(LOG, 0).lines()).containsExactly("a", "b");
        }

        @Test
        void mayBeThousandsWrittenInTurn() {
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < 2000; i++) {
                    store.append("many/" + i, List.of(Integer.toString(round)));
                }
            }
            for (int i = 0; i < 2000; i++) {
                assertThat(store.read("many/" + i, 0).lines()).containsExactly("0", "1");
            }
        }

        @Test
        void showWholeLinesOnlyWhileAnotherProcessAppends() throws Exception {
            int count = 2000;
            Process writer = JavaProcess.start(StoreProcess.class, store.uri().toString(), "append", LOG, "" + count);
            int seen = 0;
            long next = 0;
            boolean ended;
            do {
                ended = !writer.isAlive();
                LogSlice slice = store.read(LOG, next);
                for (String line : slice.lines()) {
                    assertThat(line).isEqualTo(StoreProcess.line(seen++));
                }
                next = slice.next();
            } while (!ended);
            JavaProcess.output(writer);
            assertThat(seen).isEqualTo(count);
        }
    }

    @Nested
    class Blobs {

        @Test
        void areReadAsTheyWereWrittenFromTheirSha256() throws IOException {
            String address = store.putBlob("abc".getBytes(StandardCharsets.US_ASCII));
            assertThat(address).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            try (InputStream in = open(folder).getBlob(address)) {
                assertThat(in.readAllBytes()).asString().isEqualTo("abc");
            }
        }

        @Test
        void mayComeFromAStream() throws IOException {
            byte[] content = new byte[200_000];
            new Random(7).nextBytes(content);
            String address = store.putBlob(new ByteArrayInputStream(content));

            assertThat(address).isEqualTo(store.putBlob(content));
            assertThat(store.putBlob(new ByteArrayInputStream(content))).isEqualTo(address);
            assertThat(open(folder).getBlob(address)).hasBinaryContent(content);
        }

        @Test
        void areNotThereWhenTheirStreamBreaks() {
            byte[] begun = {1, 2, 3};
            InputStream broken = new SequenceInputStream(new ByteArrayInputStream(begun), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("broken");
                }
            });

            assertThatThrownBy(() -> store.putBlob(broken)).hasMessage("broken");
            assertThatThrownBy(() -> store.getBlob(Sha256.of(begun))).isInstanceOf(StoreException.class);
        }

        @Test
        void mayBeEmpty() throws IOException {
            try (InputStream in = store.getBlob(store.putBlob(new byte[0]))) {
                assertThat(in.readAllBytes()).isEmpty();
            }
        }

        @Test
        void areMissedWithTheirAddress() {
            String address = "0".repeat(64);
            assertThatThrownBy(() -> store.getBlob(address))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(address);
            assertThat(store.localBlob(address)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "../../etc/passwd", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"})
        void haveNoOtherAddresses(String address) {
            assertThatIllegalArgumentException().isThrownBy(() -> store.getBlob(address));
            assertThatIllegalArgumentException().isThrownBy(() -> store.localBlob(address));
        }
    }

    @Nested
    class Marks {

        @Test
        void keepWhatTheFirstWriterSet() {
            assertThat(store.get("m/a")).isEmpty();
            assertThat(store.createExclusive("m/a", new byte[] {1, 2})).isTrue();
            assertThat(open(folder).createExclusive("m/a", new byte[] {3})).isFalse();
            assertThat(store.get("m/a")).hasValue(new byte[] {1, 2});
        }

        @Test
        void areWonByOneOfSeveralThreads() throws Exception {
            int threads = 4;
            int marks = 200;
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                List<Callable<Integer>> claims = new ArrayList<>();
                for (int t = 0; t < threads; t++) {
                    String winner = "thread-" + t;
                    claims.add(() -> StoreProcess.claim(store, "m", marks, winner));
                }
                int won = 0;
                for (Future<Integer> each : pool.invokeAll(claims)) {
                    won += each.get();
                }
                assertThat(won).isEqualTo(marks);
            } finally {
                pool.shutdownNow();
            }
        }

        @Test
        void areWonByOneOfSeveralProcesses() throws Exception {
            String uri = store.uri().toString();
            Process first = JavaProcess.start(StoreProcess.class, uri, "claim", "m", "500", "first");
            Process second = JavaProcess.start(StoreProcess.class, uri, "claim", "m", "500", "second");
            int won = Integer.parseInt(JavaProcess.output(first)) + Integer.parseInt(JavaProcess.output(second));
            assertThat(won).isEqualTo(500);
            assertThat(store.list("m")).hasSize(500);
        }
    }

    @Nested
    class Names {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "/",
                    "/etc/passwd",
                    "a/",
                    "a//b",
                    ".",
                    "..",
                    "../a",
                    "a/../b",
                    "a/.b",
                    ".a",
                    "a b",
                    "a\\b",
                    "é",
                    "a\0",
                    "a@b",
                    "blobs",
                    "blobs/ab"
                })
        void thatBreakTheRuleAreRefusedEverywhere(String name) {
            assertThatIllegalArgumentException().isThrownBy(() -> store.append(name, List.of("x")));
            assertThatIllegalArgumentException().isThrownBy(() -> store.sync(name));
            assertThatIllegalArgumentException().isThrownBy(() -> store.read(name, 0));
            assertThatIllegalArgumentException().isThrownBy(() -> store.createExclusive(name, new byte[0]));
            assertThatIllegalArgumentException().isThrownBy(() -> store.get(name));
            assertThatIllegalArgumentException().isThrownBy(() -> store.list(name));
            assertThatIllegalArgumentException().isThrownBy(() -> store.delete(name));
            assertThatIllegalArgumentException().isThrownBy(() -> store.localLog(name));
        }

        @Test
        void areListedSortedAndOneLevelDeep() {
            store.append("r/b/run.jsonl", List.of("x"));
            store.append("r/a.jsonl", List.of("x"));
            store.append("r/a.jsonl", List.of("y"));
            store.createExclusive("r/B", new byte[0]);
            store.createExclusive("s/c", new byte[0]);
            assertThat(store.list("r")).containsExactly("B", "a.jsonl", "b");
            assertThat(store.list("nothing")).isEmpty();
            assertThat(store.list("r/a.jsonl")).isEmpty();
        }
    }

    @Nested
    class Deleting {

        @Test
        void removesLogsAndMarksBelowAPrefixAndNothingElse() {
            store.append("r/1/run.jsonl", List.of("x"));
            store.createExclusive("r/1/mark", new byte[0]);
            store.append("r/11/run.jsonl", List.of("y"));
            String blob = store.putBlob(new byte[] {7});
            store.delete("r/1");
            assertThat(store.list("r")).containsExactly("11");
            assertThat(store.get("r/1/mark")).isEmpty();
            assertThat(store.read("r/11/run.jsonl", 0).lines()).containsExactly("y");
            assertThat(store.getBlob(blob)).hasBinaryContent(new byte[] {7});
        }

        @Test
        void letsALogBeginAgain() {
            store.append(LOG, List.of("old", "older"));
            store.delete(LOG);
            store.append(LOG, List.of("new"));
            assertThat(store.read(LOG, 0).lines()).containsExactly("new");
        }

        @Test
        void ofNothingDoesNothing() {
            store.delete("r/1");
            assertThat(store.list("r")).isEmpty();
        }
    }

    @Test
    void anotherProcessOpensItByItsAddress() {
        store.append(LOG, List.of("a"));
        assertThat(StoreProcess.open(store.uri()).read(LOG, 0).lines()).containsExactly("a");
    }

    @Test
    void randomOperationsAgreeWithAModel() {
        long seed = System.nanoTime();
        System.out.println("StoreContract seed " + seed);
        new StoreModel(seed, () -> open(folder)).run(600);
    }
}
