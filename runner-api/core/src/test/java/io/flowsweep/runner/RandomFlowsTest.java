package io.flowsweep.runner;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flowsweep.client.Client;
import io.flowsweep.client.Run;
import io.flowsweep.client.Step;
import io.flowsweep.client.Task;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunState;
import io.flowsweep.testing.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Random flows against a direct reading of their structure, undisturbed and with their processes killed. */
@Timeout(900)
class RandomFlowsTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @TempDir
    Path folder;

    /** Runs a generated flow in processes and dies with it when it is killed. */
    static final class Driver {
        public static void main(String[] args) {
            ExecutingRun run = Runner.of(Path.of(args[0]))
                    .store(Path.of(args[1]))
                    .maxWorkers(2)
                    .start();
            System.out.println(run.id());
            run.await();
        }
    }

    private Path write(RandomFlow flow) throws IOException {
        return Files.writeString(folder.resolve("Generated.java"), flow.source());
    }

    private Path store() {
        return folder.resolve("store");
    }

    private static List<Task> tasks(Run run) {
        return run.steps().stream().map(Step::tasks).flatMap(List::stream).toList();
    }

    @RepeatedTest(8)
    void leaveWhatTheirStructureSays() throws IOException {
        long seed = SEED + folder.hashCode();
        RandomFlow flow = new RandomFlow(seed);

        Run run = Runner.of(write(flow))
                .store(store())
                .executor("inline")
                .maxWorkers(3)
                .run()
                .run();

        assertThat(run.failure()).as("seed %d", seed).isEmpty();
        assertThat(run.data().get("log", String.class)).as("seed %d", seed).isEqualTo(flow.expected());
        assertThat(tasks(run)).as("seed %d", seed).hasSize(flow.tasks());
    }

    @RepeatedTest(4)
    void survivesTheDeathOfDriverAndHostsAtAnyMoment() throws IOException, InterruptedException {
        long seed = SEED + folder.hashCode();
        Random random = new Random(seed);
        RandomFlow flow = new RandomFlow(seed);
        Path source = write(flow);
        Process driver = JavaProcess.start(Driver.class, source.toString(), store().toString());
        String id = driver.inputReader().readLine();
        int kill = random.nextInt(flow.tasks());
        await(
                "some tasks",
                () -> succeeded(read(id)).size() >= kill || read(id).state().ended());
        switch (random.nextInt(3)) {
            case 0 -> driver.destroyForcibly();
            case 1 -> hostsOf(id).forEach(ProcessHandle::destroyForcibly);
            default -> hostsOf(id).skip(random.nextInt(2)).findFirst().ifPresent(ProcessHandle::destroyForcibly);
        }
        driver.waitFor();
        await("the end of its hosts", () -> hostsOf(id).findAny().isEmpty());
        Set<String> finished = succeeded(read(id));

        ExecutingRun resumed =
                Runner.of(source).store(store()).executor("inline").resume(id);

        assertThat(resumed.await()).as("seed %d", seed).isEqualTo(RunState.SUCCEEDED);
        Run run = resumed.run();
        assertThat(run.data().get("log", String.class)).as("seed %d", seed).isEqualTo(flow.expected());
        assertThat(tasks(run)).as("seed %d", seed).hasSize(flow.tasks());
        assertThat(tasks(run).stream().filter(t -> t.origin().isPresent()))
                .as("seed %d: tasks taken over", seed)
                .hasSizeGreaterThanOrEqualTo(finished.size());
    }

    @RepeatedTest(30)
    void areRefusedWithPlaceAndCureWhenTheirGraphIsBroken() throws IOException {
        long seed = SEED + folder.hashCode();
        BrokenFlow flow = BrokenFlow.random(new Random(seed));
        Path source = Files.writeString(folder.resolve("Generated.java"), flow.source());

        InvalidInputException refusal = catchThrowableOfType(
                InvalidInputException.class,
                () -> Runner.of(source).store(store()).start());

        assertThat(refusal).as("%s, seed %d", flow.fault(), seed).isNotNull();
        assertThat(refusal.problems())
                .as("%s, seed %d", flow.fault(), seed)
                .isNotEmpty()
                .allSatisfy(problem -> {
                    assertThat(problem.where()).startsWith("Generated");
                    assertThat(problem.cure()).isNotEmpty();
                });
        assertThat(Client.at(store()).flows())
                .as("%s, seed %d", flow.fault(), seed)
                .isEmpty();
    }

    private Run read(String id) {
        return Client.at(store()).flowNamed("Generated").run(id).orElseThrow();
    }

    /** The living processes that carry out tasks of a run; they notice the death of their owner a moment later. */
    private static Stream<ProcessHandle> hostsOf(String run) {
        return ProcessHandle.allProcesses()
                .filter(p -> p.info().arguments().stream()
                        .anyMatch(all -> List.of(all).stream().anyMatch(argument -> argument.endsWith(run))));
    }

    private static Set<String> succeeded(Run run) {
        return tasks(run).stream()
                .filter(t -> t.duration().isPresent() && t.failure().isEmpty())
                .map(Task::id)
                .collect(Collectors.toSet());
    }

    @Test
    void haveEveryShapeAmongAFewHundred() {
        String all = LongStream.range(0, 300)
                .mapToObj(seed -> new RandomFlow(seed).source())
                .collect(Collectors.joining());

        assertThat(all).contains("foreach", "condition", "next = {", "Inputs<Generated>", "count++");
    }
}
