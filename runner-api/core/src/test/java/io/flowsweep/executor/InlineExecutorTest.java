package io.flowsweep.executor;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.client.LogLine;
import io.flowsweep.client.Run;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunState;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Step;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InlineExecutorTest extends ExecutorContract {

    @Override
    protected String executorName() {
        return "inline";
    }

    @Override
    protected Set<Capability> tested() {
        return Set.of(Capability.CAPTURES_OUTPUT);
    }

    @Test
    void keepsNothingOfAHostThatHasEnded() throws IOException {
        ExecutingRun run = bad("hang").timeout(Duration.ofHours(1)).start();
        awaitWitness();
        WeakReference<HostHandle> host = new WeakReference<>(
                Executors.named("inline").find("Bad/" + run.id() + "/1").orElseThrow());
        run.terminate();
        run = null;

        await("the host to be forgotten", () -> {
            System.gc();
            return host.get() == null;
        });
    }

    /** Does to its thread and its JVM what it should not. */
    public static class Rude extends FlowSpec {
        @Parameter
        String how = "fine";

        @Parameter
        String folder = "";

        String ranOn;

        @Step(next = "end")
        void start() throws IOException {
            Thread own = Thread.currentThread();
            ranOn = own.getName() + " " + own.getPriority() + " " + KEPT.get();
            System.out.println("said");
            switch (how) {
                case "overflow" -> start();
                case "full" -> throw new OutOfMemoryError("Java heap space");
                case "rude" -> {
                    own.setName("mine");
                    own.setPriority(Thread.MIN_PRIORITY);
                    KEPT.set("kept");
                    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
                    own.interrupt();
                }
                case "deaf" -> {
                    current().temporaryDirectory();
                    Files.writeString(Path.of(folder, "begun"), "");
                    while (Files.notExists(Path.of(folder, "go"))) {
                        LockSupport.parkNanos(2_000_000);
                        Thread.interrupted();
                    }
                    try {
                        Files.createFile(current().temporaryDirectory().resolve("late"));
                    } finally {
                        Files.createFile(Path.of(folder, "done"));
                    }
                }
                default -> {}
            }
        }

        @Step
        void end() {}
    }

    private static final ThreadLocal<String> KEPT = ThreadLocal.withInitial(() -> "nothing");

    @Test
    void aFlowThatIsRudeDisturbsNoOther() {
        PrintStream before = System.out;
        try {
            for (String how : List.of("overflow", "rude", "full", "fine")) {
                Run run = runner(Rude.class).parameter("how", how).run().run();
                if (how.equals("overflow")) {
                    assertThat(run.failure()).get().asString().startsWith("StackOverflowError");
                } else if (how.equals("full")) {
                    assertThat(run.failure())
                            .get()
                            .asString()
                            .contains("out of memory: Java heap space: all runs inside this process share its heap of ")
                            .doesNotContain("@Resources");
                } else if (how.equals("fine")) {
                    assertThat(run.data().get("ranOn", String.class)).isEqualTo("flowsweep-task 5 nothing");
                    assertThat(run.printed().map(LogLine::text)).containsExactly("said");
                }
            }
        } finally {
            System.setOut(before);
        }
    }

    @Test
    void aBodyThatIsDeafToTheEndOfItsRunLeavesNoTemporaryFile() throws IOException {
        Runner deaf = runner(Rude.class).parameter("how", "deaf").parameter("folder", folder.toString());
        ExecutingRun run = timedOutAtWork(deaf, folder.resolve("begun"));
        assertThat(run.run().state()).isEqualTo(RunState.TIMED_OUT);

        Files.createFile(folder.resolve("go"));

        await("its end, and that of its folder", () -> {
            String[] names = new File(System.getProperty("java.io.tmpdir")).list();
            return Files.exists(folder.resolve("done")) && Stream.of(names).noneMatch(name -> name.contains(run.id()));
        });
    }

    @Test
    void refusesAFlowThatWouldEndThisJvm() {
        assertThatThrownBy(() -> runner(ContractFlows.Exits.class).start())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the flow calls System.exit, which would end every run of this JVM")
                .hasMessageContaining("Runtime.halt")
                .hasMessageContaining("Exits.start");
    }
}
