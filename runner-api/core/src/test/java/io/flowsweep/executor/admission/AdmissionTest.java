package io.flowsweep.executor.admission;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.testing.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(900)
class AdmissionTest {

    static final long MIB = 1 << 20;
    static final Machine MACHINE = new Machine(List.of(0, 1, 2, 5), 1024 * MIB, Gpus.of(List.of(0, 3)));

    /** In seconds, for a machine that does ten other things. */
    private static final long LIMIT = 400;

    @TempDir
    Path temporary;

    Path folder;
    Admission admission;

    @BeforeEach
    void open() {
        folder = temporary.resolve("locks");
        admission = Admission.in(folder, MACHINE);
    }

    @Nested
    class InOneProcess {

        @Test
        void leasesUpToTheWholeMachine() {
            Lease three = leased(3, 64 * MIB);
            Lease one = leased(1, 960 * MIB);
            assertThat(admission.tryAcquire(Need.of(1, 0))).isEmpty();
            one.close();
            assertThat(admission.tryAcquire(Need.of(1, 961 * MIB))).isEmpty();
            leased(1, 960 * MIB).close();
            three.close();
            leased(4, 1024 * MIB).close();
        }

        /** A machine's memory is never a multiple of units and processors: shares that are rounded up did not fit together. */
        @Test
        void sharesOutItsMemorySoThatAllProcessorsFindWork() {
            Admission odd = Admission.in(temporary.resolve("odd"), new Machine(3, 1000 * MIB + 12345));

            for (int i = 0; i < 3; i++) {
                assertThat(odd.tryAcquire(Need.of(1, odd.fairMemoryBytes(1)))).isPresent();
            }
            assertThat(odd.fairMemoryBytes(1)).isEqualTo(320 * MIB);
            assertThat(odd.fairMemoryBytes(2)).isEqualTo(640 * MIB);
            assertThat(odd.fairMemoryBytes(99)).isEqualTo(960 * MIB);
        }

        @Test
        void closingTwiceGivesBackOnce() {
            Lease first = leased(2, 0);
            first.close();
            Lease second = leased(4, 0);
            first.close();
            assertThat(admission.tryAcquire(Need.of(1, 0))).isEmpty();
            second.close();
        }

        @Test
        void saysWhichProcessorsAndGpusItHasLeased() {
            Lease two = admission.tryAcquire(need(2, 1, 0)).orElseThrow();
            Lease others = admission.tryAcquire(need(2, 1, 0)).orElseThrow();

            assertThat(two.processors()).containsExactly(0, 1);
            assertThat(others.processors()).containsExactly(2, 5);
            assertThat(two.gpus()).containsExactly(0);
            assertThat(others.gpus()).containsExactly(3);
            two.close();
            others.close();
            Lease alone = admission.tryAcquire(new Need(2, 0, true)).orElseThrow();
            assertThat(alone.processors()).containsExactly(0, 1);
            alone.close();
        }

        @Test
        void leasesOfAPoolWhatItsSizeAllows() {
            Lease one = admission.tryAcquire(need(1, 0, 1)).orElseThrow();
            assertThat(admission.tryAcquire(need(1, 0, 2))).isEmpty();
            admission.tryAcquire(need(1, 0, 1)).orElseThrow().close();
            Need ofASmallerOne = new Need(1, 0, false, 0, Map.of("licence", new Need.Share(1, 1)));
            assertThat(admission.tryAcquire(ofASmallerOne)).isEmpty();
            one.close();
            admission.tryAcquire(ofASmallerOne).orElseThrow().close();
        }

        @Test
        void takesNothingWhenOneKindIsMissing() {
            Lease gpus = admission.tryAcquire(need(1, 2, 0)).orElseThrow();
            assertThat(admission.tryAcquire(need(3, 1, 1))).isEmpty();
            leased(3, 1024 * MIB).close();
            admission.tryAcquire(need(1, 0, 2)).orElseThrow().close();
            gpus.close();
        }

        @Test
        void cutsWhatCanNeverFitToWhatThereIs() {
            Need much = new Need(9, 4096 * MIB, false, 3, Map.of("licence", new Need.Share(7, 2)));

            assertThat(admission.machine().cut(much)).isEqualTo(need(4, 2, 2, 1024 * MIB));
            assertThat(admission.machine().cut(need(1, 1, 1))).isEqualTo(need(1, 1, 1));
        }

        @Test
        void exclusiveMeansAlone() {
            Lease small = leased(1, 0);
            assertThat(admission.tryAcquire(new Need(1, 0, true))).isEmpty();
            small.close();
            try (Lease alone = admission.tryAcquire(new Need(1, 0, true)).orElseThrow()) {
                assertThat(admission.tryAcquire(Need.of(1, 0))).isEmpty();
                assertThat(alone).hasToString("Lease[1 CPU and 0 GiB, alone]");
            }
            leased(1, 0).close();
        }

        @Test
        void whatCanNeverFitIsRefusedAtOnceWithTheCure() {
            for (Need need : List.of(Need.of(5, 0), Need.of(1, 1024 * MIB + 1))) {
                assertThatThrownBy(() -> admission.acquire(need))
                        .isInstanceOf(NeverFitsException.class)
                        .hasMessageContaining("needs " + need)
                        .hasMessageContaining("this machine has 4 CPUs and 1 GiB")
                        .hasMessageContaining("@Resources");
                assertThatThrownBy(() -> admission.tryAcquire(need)).isInstanceOf(NeverFitsException.class);
            }
        }

        @Test
        void tooManyGpusOrUnitsAreRefusedInTheSameWords() {
            assertThatThrownBy(() -> admission.acquire(need(1, 3, 0)))
                    .hasMessageStartingWith(
                            "needs 1 CPU, 0 GiB and 3 GPUs, but this machine has 4 CPUs, 1 GiB and 2 GPUs.");
            assertThatThrownBy(() -> admission.acquire(need(1, 0, 3)))
                    .hasMessageStartingWith("needs 1 CPU, 0 GiB and 3 of the pool licence,"
                            + " but this machine has 4 CPUs, 1 GiB and 2 of the pool licence.");
        }

        @Test
        void aBigNeedIsNotStarvedBySmallOnesBehindIt() throws Exception {
            Lease first = leased(1, 0);
            FutureTask<Lease> big = inThread(Need.of(4, 0));
            await("threads to wait", () -> admission.waiting() == 1);
            FutureTask<Lease> small = inThread(Need.of(1, 0));
            await("threads to wait", () -> admission.waiting() == 2);
            assertThat(admission.tryAcquire(Need.of(1, 0))).isEmpty();
            assertThat(small.isDone()).isFalse();
            first.close();
            Lease whole = big.get(LIMIT, TimeUnit.SECONDS);
            assertThat(small.isDone()).isFalse();
            whole.close();
            small.get(LIMIT, TimeUnit.SECONDS).close();
        }

        @Test
        void anInterruptedThreadLeasesNothingAndLetsTheNextPass() throws Exception {
            Lease first = leased(1, 0);
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread big = new Thread(() -> {
                try {
                    admission.acquire(Need.of(4, 0)).close();
                    interrupted.complete(false);
                } catch (InterruptedException e) {
                    interrupted.complete(true);
                }
            });
            big.start();
            await("threads to wait", () -> admission.waiting() == 1);
            FutureTask<Lease> small = inThread(Need.of(3, 0));
            await("threads to wait", () -> admission.waiting() == 2);
            big.interrupt();
            assertThat(interrupted.get(LIMIT, TimeUnit.SECONDS)).isTrue();
            small.get(LIMIT, TimeUnit.SECONDS).close();
            first.close();
            leased(4, 1024 * MIB).close();
        }

        @Test
        void anInterruptedThreadThatOnlyTriesBreaksNothing() throws Exception {
            Lease held = leased(2, 0);
            Thread.currentThread().interrupt();
            Lease tried = leased(1, 0);
            tried.close();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(JavaProcess.output(other("try", "3", "0"))).isEqualTo("false");
            held.close();
        }

        @Test
        void aFolderStandsForOneMachine() {
            assertThat(Admission.in(folder.resolve("../locks"), MACHINE)).isSameAs(admission);
            assertThatIllegalArgumentException().isThrownBy(() -> Admission.in(folder, new Machine(1, MIB)));
        }
    }

    @Nested
    class BetweenProcesses {

        @Test
        void theMachineIsNeverExceeded() throws Exception {
            long seed = System.nanoTime();
            System.out.println("AdmissionTest seed " + seed);
            Path diary = temporary.resolve("diary");
            Process other = other("work", diary.toString(), "80", Long.toString(seed));
            FutureTask<Void> second = new FutureTask<>(() -> {
                AdmissionProcess.work(admission, diary, 80, seed + 1);
                return null;
            });
            start(second);
            AdmissionProcess.work(admission, diary, 80, seed + 2);
            second.get(LIMIT, TimeUnit.SECONDS);
            JavaProcess.output(other);

            long[] sums = new long[4];
            long[] limits = {MACHINE.cpus(), MACHINE.memoryBytes(), 2, 2};
            List<String> entries = Files.readAllLines(diary);
            assertThat(entries).hasSize(3 * 80 * 2);
            for (String entry : entries) {
                String[] amounts = entry.split(" ");
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += Long.parseLong(amounts[i]);
                    assertThat(sums[i]).as("seed %d: %s", seed, entry).isBetween(0L, limits[i]);
                }
            }
            assertThat(sums).containsOnly(0);
        }

        @Test
        void aKilledHolderGivesBackAtOnce() throws Exception {
            Process holder = holding(4, 1024 * MIB);
            assertThat(admission.tryAcquire(Need.of(1, 0))).isEmpty();
            holder.destroyForcibly().waitFor();
            leased(4, 1024 * MIB).close();
        }

        @Test
        void aWaitingNeedIsServedWhenAnotherProcessEnds() throws Exception {
            Process holder = holding(3, 0);
            FutureTask<Lease> whole = inThread(new Need(1, 0, true));
            await("threads to wait", () -> admission.waiting() == 1);
            assertThat(whole.isDone()).isFalse();
            holder.getOutputStream().close();
            whole.get(LIMIT, TimeUnit.SECONDS).close();
            JavaProcess.output(holder);
        }

        @Test
        void aBigNeedIsNotStarvedBySmallOnesOfOthers() throws Exception {
            Process holder = holding(1, 0);
            FutureTask<Lease> big = inThread(Need.of(4, 0));
            await("a place in line", admission::isInLine);
            assertThat(JavaProcess.output(other("try", "1", "0"))).isEqualTo("false");
            Process small = other("hold", "1", "0");
            holder.getOutputStream().close();
            Lease whole = big.get(LIMIT, TimeUnit.SECONDS);
            assertThat(admission.isInLine()).isFalse();
            whole.close();
            assertThat(firstLine(small)).startsWith("held");
            JavaProcess.output(holder);
            small.getOutputStream().close();
            JavaProcess.output(small);
        }

        @Test
        void whoNeedsWhatNobodyWaitsForPasses() throws Exception {
            Lease gpus = admission.tryAcquire(need(1, 2, 0)).orElseThrow();
            FutureTask<Lease> another = inThread(need(1, 1, 0));
            await("a place in line", admission::isInLine);
            assertThat(JavaProcess.output(other("try", "3", "0"))).isEqualTo("true");
            gpus.close();
            another.get(LIMIT, TimeUnit.SECONDS).close();
        }

        @Test
        void aKilledWaiterHoldsUpNobody() throws Exception {
            Lease one = leased(1, 0);
            Process waiter = other("hold", "4", "0");
            await("the other to stand in line", () -> !isFree());
            waiter.destroyForcibly().waitFor();
            assertThat(isFree()).isTrue();
            one.close();
        }

        private boolean isFree() {
            Optional<Lease> lease = admission.tryAcquire(Need.of(1, 0));
            lease.ifPresent(Lease::close);
            return lease.isPresent();
        }

        @Test
        void processorsAreGivenBackWhenTheMemoryIsMissing() throws Exception {
            Process holder = holding(1, 1024 * MIB);
            assertThat(admission.tryAcquire(Need.of(3, 64 * MIB))).isEmpty();
            assertThat(JavaProcess.output(other("try", "3", "0"))).isEqualTo("true");
            holder.getOutputStream().close();
            JavaProcess.output(holder);
        }

        @Test
        void freeUnitsAreFoundBetweenTakenOnes() throws Exception {
            Lease first = leased(1, 64 * MIB);
            Process holder = holding(1, 128 * MIB);
            Lease third = leased(1, 64 * MIB);
            first.close();
            leased(2, 832 * MIB).close();
            assertThat(admission.tryAcquire(Need.of(1, 833 * MIB))).isEmpty();
            third.close();
            holder.getOutputStream().close();
            JavaProcess.output(holder);
        }

        @Test
        void leasesOfThisProcessOutliveAttemptsOfOthers() throws Exception {
            Lease mine = leased(2, 0);
            leased(1, 0).close();
            assertThat(JavaProcess.output(other("try", "3", "0"))).isEqualTo("false");
            assertThat(JavaProcess.output(other("try", "2", "0"))).isEqualTo("true");
            mine.close();
            assertThat(JavaProcess.output(other("try", "4", "0"))).isEqualTo("true");
        }
    }

    @Nested
    class Folder {

        @Test
        void isOfThisUserAlone() throws IOException {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }

        @Test
        void thatCannotBeMadeIsExplained() throws IOException {
            Path file = Files.createFile(temporary.resolve("file"));
            assertThatThrownBy(() -> Admission.in(file, MACHINE))
                    .isInstanceOf(UnableToLeaseException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("XDG_RUNTIME_DIR");
        }
    }

    /** A need that may take GPUs and units of the pool {@code licence}, of which there are two. */
    static Need need(int cpus, int gpus, int licences) {
        return need(cpus, gpus, licences, 0);
    }

    static Need need(int cpus, int gpus, int licences, long memory) {
        Map<String, Need.Share> pools = licences == 0 ? Map.of() : Map.of("licence", new Need.Share(licences, 2));
        return new Need(cpus, memory, false, gpus, pools);
    }

    private Lease leased(int cpus, long memory) {
        return admission.tryAcquire(Need.of(cpus, memory)).orElseThrow();
    }

    private FutureTask<Lease> inThread(Need need) {
        FutureTask<Lease> task = new FutureTask<>(() -> admission.acquire(need));
        start(task);
        return task;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    private Process holding(int cpus, long memory) throws IOException {
        Process holder = other("hold", Integer.toString(cpus), Long.toString(memory));
        assertThat(firstLine(holder)).startsWith("held");
        return holder;
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private Process other(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 1];
        all[0] = folder.toString();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return JavaProcess.start(AdmissionProcess.class, all);
    }
}
