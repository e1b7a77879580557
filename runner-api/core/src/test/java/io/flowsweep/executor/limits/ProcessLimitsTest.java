package io.flowsweep.executor.limits;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostResources.Slots;
import io.flowsweep.executor.admission.Machine;
import io.flowsweep.os.PrivateMemory;
import io.flowsweep.os.ProcessRow;
import io.flowsweep.store.ThisMachine;
import io.flowsweep.testing.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(900)
@EnabledOnOs(OS.LINUX)
class ProcessLimitsTest {

    private static final long MIB = 1 << 20;
    private static final ProcessLimits ALL =
            new ProcessLimits(EnumSet.complementOf(EnumSet.of(Limit.CGROUP)), Optional.empty());

    /** On a busy machine a process may run into the limit of its data before the next look. */
    private static final ProcessLimits WATCH = new ProcessLimits(EnumSet.of(Limit.WATCH), Optional.empty());

    @Nested
    class ALimitedProcess {

        @Test
        void runsOnTheProcessorsOfItsSlots() throws Exception {
            int last = Machine.current().processors().get(Machine.current().cpus() - 1);

            assertThat(output(
                            ALL,
                            resources(64 * MIB, List.of(last), List.of()),
                            "grep Cpus_allowed_list /proc/self/status"))
                    .isEqualTo("Cpus_allowed_list:\t" + last);
        }

        @Test
        void seesTheGpusOfItsSlots() throws Exception {
            String print = "echo $CUDA_VISIBLE_DEVICES $HIP_VISIBLE_DEVICES $CUDA_DEVICE_ORDER";

            assertThat(output(ALL, resources(64 * MIB, List.of(0), List.of(1, 3)), print))
                    .isEqualTo("1,3 1,3 PCI_BUS_ID");
            assertThat(output(ALL, resources(64 * MIB, List.of(0), List.of()), print))
                    .isEmpty();
        }

        @Test
        void hasItsDataBoundedWithRoomForWhatIsNeverTouched() throws Exception {
            assertThat(output(ALL, HostResources.of(1, 64 * MIB), "ulimit -d")).isEqualTo("589824");
        }

        @Test
        void startsWhereNothingCanBeLimited() throws Exception {
            ProcessLimits none = new ProcessLimits(Set.of(), Optional.empty());

            assertThat(output(none, resources(64 * MIB, List.of(0), List.of()), "echo $FLOWSWEEP_LIMITS"))
                    .isEqualTo("off");
            assertThat(none.means()).isEmpty();
        }

        @Test
        void leavesItsStarterALargerOne() throws Exception {
            String nested = "sh -c 'ulimit -d 999999999 2>/dev/null; echo started'";
            assertThat(output(ALL, HostResources.of(1, 64 * MIB), nested)).isEqualTo("started");
        }
    }

    @Nested
    class ACommand {

        private String processors(ProcessLimits limits, int processor) throws Exception {
            ProcessBuilder show = new ProcessBuilder("grep", "Cpus_allowed_list", "/proc/self/status");
            LimitedProcess process = limits.startCommand(
                    show, resources(64 * MIB, List.of(processor), List.of()), ProcessBuilder::start);
            try (BufferedReader lines = process.process().inputReader()) {
                return lines.readLine().replaceFirst("\\S+\\s+", "");
            }
        }

        @Test
        void runsOnTheProcessorsOfItsSlotsWhateverOthersWereStartedOn() throws Exception {
            int before = own();
            for (int processor : Machine.current().processors()) {
                assertThat(processors(ALL, processor)).isEqualTo("" + processor);
            }
            for (int processor : Machine.current().processors()) {
                assertThat(processors(ALL, processor)).isEqualTo("" + processor);
            }
            assertThat(own()).isEqualTo(before);
        }

        private int own() throws Exception {
            Process process = new ProcessBuilder("nproc").start();
            try (BufferedReader lines = process.inputReader()) {
                return Integer.parseInt(lines.readLine());
            }
        }

        @Test
        void isStartedWithoutAThreadOfItsOwnSetWhereThereCanBeNone() throws Exception {
            int none = 100_000; // no machine has it
            LimitedProcess process = ALL.startCommand(
                    new ProcessBuilder("true"), resources(64 * MIB, List.of(none), List.of()), ProcessBuilder::start);

            assertThat(process.awaitExit()).isNotZero(); // taskset itself says that it cannot
        }

        @Test
        void thatCannotBeStartedIsAnErrorOfItsStarter() {
            ProcessBuilder nothing = new ProcessBuilder("/no/such/program");

            assertThatThrownBy(() -> ALL.startCommand(
                            nothing, resources(64 * MIB, List.of(0), List.of()), ProcessBuilder::start))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("/no/such/program");
        }

        @Test
        void tellsOfItsEndInAThreadThatIsHeldToNothing() throws Exception {
            LimitedProcess process = ALL.startCommand(
                    new ProcessBuilder("true"),
                    resources(64 * MIB, List.of(Machine.current().processors().get(0)), List.of()),
                    ProcessBuilder::start);

            assertThat(process.exit()
                            .thenApply(code -> Runtime.getRuntime().availableProcessors())
                            .get())
                    .isEqualTo(Machine.current().processors().size());
        }
    }

    @Nested
    class TheWatchdog {

        @Test
        void endsAProcessThatTakesTooMuchAndNoOther() throws Exception {
            LimitedProcess neighbour = start(ALL, HostResources.of(1, 64 * MIB), "exec sleep 1000");
            LimitedProcess hog = WATCH.start(waits("100"), HostResources.of(1, 64 * MIB));

            assertThat(hog.process().waitFor()).isEqualTo(128 + 9);

            Overrun overrun = hog.overrun().orElseThrow();
            assertThat(overrun.usedBytes()).isGreaterThan(64 * MIB);
            assertThat(overrun.message()).matches("used \\d+ MiB of 64 MiB");
            assertThat(neighbour.process().isAlive()).isTrue();
            assertThat(neighbour.overrun()).isEmpty();
            neighbour.process().destroyForcibly();
        }

        @Test
        void countsWhatAProcessHasStartedAndEndsIt() throws Exception {
            List<String> command =
                    new ArrayList<>(List.of("sh", "-c", "exec 3<&0; (\"$@\" <&3 & echo $! >&2; wait) & wait", "sh"));
            command.addAll(waits("100").command());
            LimitedProcess parent = WATCH.start(new ProcessBuilder(command), HostResources.of(1, 64 * MIB));

            String pid = parent.process().errorReader().readLine();
            parent.process().waitFor();

            assertThat(parent.overrun().orElseThrow().message())
                    .matches("used \\d+ MiB of 64 MiB, \\d+ MiB of it in a child process \\(java\\)");
            await("the child to end", () -> !ThisMachine.lives(Long.parseLong(pid)));
        }

        @Test
        void doesNotCountPagesOfFilesAndSharedOnes() throws Exception {
            Process bare = waits("0").start();
            assertThat(bare.inputReader().readLine()).isEqualTo("ready");
            long resident = ProcessRow.of(bare.pid()).orElseThrow().residentBytes();
            long own = PrivateMemory.of(bare.pid()).orElseThrow();
            bare.destroyForcibly();

            assertThat(own).isLessThan(resident * 3 / 4).isGreaterThan(5 * MIB);
        }

        /** Its memory was counted as it was when it was looked at, and the others were ended for it. */
        @Test
        void doesNotCountWhatHasEndedSinceItWasLookedAt() throws Exception {
            Process ending = waits("100").start();
            assertThat(ending.inputReader().readLine()).isEqualTo("ready");
            ProcessTable looked = ProcessTable.NOTHING.next(pid -> true);
            ending.destroyForcibly().waitFor();
            WatchedTree tree = new WatchedTree(ending, 64 * MIB);

            tree.look(looked);

            assertThat(tree.seen().peakMemoryBytes()).isGreaterThan(100 * MIB);
            assertThat(tree.overrun()).isEmpty();
        }

        @Test
        void leavesOutWhatAnotherOneWatches() throws Exception {
            String other = "exec env FLOWSWEEP_WATCHER=1 tail /dev/zero";
            LimitedProcess parent =
                    start(ALL, HostResources.of(1, 64 * MIB), "(ulimit -d 200000; " + other + "); echo ended");

            assertThat(parent.process().inputReader().readLine()).isEqualTo("ended");
            assertThat(parent.overrun()).isEmpty();
        }

        @Test
        void tellsWhatWasTaken() throws Exception {
            LimitedProcess busy = ALL.start(waits("80"), HostResources.of(1, 1024 * MIB));
            await("a look at its memory", () -> busy.usage().orElseThrow().peakMemoryBytes() > 80 * MIB);

            assertThat(busy.usage().orElseThrow().cpuSeconds()).isPositive();
            assertThat(busy.usage().orElseThrow().wallSeconds()).isPositive();
            busy.forget();
            assertThat(busy.usage().orElseThrow().cpuSeconds()).isLessThan(0.5);
            busy.process().getOutputStream().close();
            busy.process().waitFor();
        }
    }

    @Nested
    class TheMachine {

        @Test
        void isTriedOnce() {
            assertThat(LimitProbe.offered()).contains(Limit.WATCH, Limit.DATA);
            assertThat(ALL.means()).containsExactly("taskset", "ulimit", "watchdog");
            assertThat(Limit.named("watch, data")).containsExactlyInAnyOrder(Limit.WATCH, Limit.DATA);
            assertThat(Limit.named("off")).isEmpty();
        }

        @Test
        void mayHaveManyProcessors() {
            assertThat(Taskset.mask(List.of(0, 1))).isEqualTo("0x3");
            assertThat(Taskset.mask(List.of(70))).isEqualTo("0x400000000000000000");
        }
    }

    /** A JVM that takes so many MiB and then waits for the end of its input. */
    static final class Waits {
        public static void main(String[] arguments) throws IOException {
            byte[] taken = new byte[1 + (Integer.parseInt(arguments[0]) << 20)];
            System.out.println("ready");
            System.in.read(taken);
        }
    }

    private static ProcessBuilder waits(String mebibytes) {
        String java = ProcessHandle.current().info().command().orElseThrow();
        String classPath = System.getProperty("java.class.path");
        return new ProcessBuilder(java, "-Xms8m", "-cp", classPath, Waits.class.getName(), mebibytes);
    }

    private static HostResources resources(long memory, List<Integer> processors, List<Integer> gpus) {
        return new HostResources(1, memory, gpus.size(), Map.of(), Optional.of(new Slots(processors, gpus)));
    }

    private static LimitedProcess start(ProcessLimits limits, HostResources resources, String script)
            throws IOException {
        return limits.start(new ProcessBuilder("sh", "-c", script), resources);
    }

    private static String output(ProcessLimits limits, HostResources resources, String script) throws Exception {
        return JavaProcess.output(start(limits, resources, script).process());
    }
}
