package io.flowsweep.benchmark;

import io.flowsweep.client.Run;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployer;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.deployer.local.StoreLock;
import io.flowsweep.events.EventRecords;
import io.flowsweep.events.Events;
import io.flowsweep.events.Owner;
import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.scheduler.Scheduler;
import io.flowsweep.scheduler.SchedulerEvent.Fired;
import io.flowsweep.store.Store;
import io.flowsweep.store.Stores;
import io.flowsweep.testing.JavaProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints what scheduling costs; docs/benchmarks.md says how to start it and what came of it. Not run by a build. */
class SchedulerBenchmark {

    private static final String SOURCE = """
            import io.flowsweep.flow.*;
            import java.util.Map;
import java.util.concurrent.locks.LockSupport;

            @Schedule("${config.schedule}")
            @Trigger(event = "${config.event}")
            public class TwoSteps extends FlowSpec {
                @FlowConfig(defaultValue = "{}") Map<String, Object> config;
                int result;

                @Step(next = "end") void start() { result = 1; }
                @Step void end() {}
            }
            """;

    private static final int SCHEDULED = 1000;
    private static final int SUBSCRIBED = 100;
    private static final int EVENTS = 100_000;
    private static final Duration IDLE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    /** Schedules until it is killed. */
    static final class Scheduling {
        public static void main(String[] args) {
            Scheduler.start(Path.of(args[0])).end().join();
        }
    }

    private DeployedFlow deploy(String name, String executor, Map<String, Object> config) {
        return deployer(name, executor, config).create();
    }

    private Deployer deployer(String name, String executor, Map<String, Object> config) {
        return Deployer.ofSource(SOURCE)
                .store(folder)
                .with(r -> r.executor(executor))
                .name(name)
                .config("config", config);
    }

    @Test
    void eventToTaskStart() {
        Store store = Stores.in(folder);
        try (Scheduler scheduler = Scheduler.start(store, event -> {})) {
            for (String executor : List.of("process", "worker")) {
                DeployedFlow flow = deploy(executor, executor, Map.of("schedule", "", "event", executor));
                Double[] millis = new Double[21];
                for (int i = 0; i < millis.length; i++) {
                    TriggerEvent event = Events.of(store).send(executor, Map.of());
                    millis[i] = millisBetween(event.at(), taskStart(flow, i + 1));
                }
                Double[] warm = Arrays.copyOfRange(millis, 1, millis.length);
                Arrays.sort(warm);
                Measured.print(
                        "event to task start, " + executor + ": first, median, slowest of 20",
                        List.of(millis[0], warm[warm.length / 2], warm[warm.length - 1]),
                        "ms");
            }
        }
    }

    private static Instant taskStart(DeployedFlow flow, int runs) {
        List<TriggeredRun> all = flow.runs().toList();
        while (all.size() < runs) {
            LockSupport.parkNanos(2_000_000);
            all = flow.runs().toList();
        }
        all.get(0).await();
        Run run = all.get(0).run().orElseThrow();
        return run.step("start").task().orElseThrow().startedAt();
    }

    @Test
    void anEventToAHundred() {
        Store store = Stores.in(folder);
        Deployer deployer = deployer("each", "worker", Map.of("schedule", "", "event", "go"));
        for (int i = 0; i < SUBSCRIBED; i++) {
            deployer.name("each-" + i).create();
        }
        List<Instant> fired = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        try (Scheduler scheduler = Scheduler.start(store, event -> {
            if (event instanceof Fired) {
                synchronized (fired) {
                    fired.add(Instant.now());
                }
            }
        })) {
            for (int round = 1; round <= 3; round++) {
                TriggerEvent event = Events.of(store).send("go", Map.of());
                while (count(fired) < round * SUBSCRIBED) {
                    LockSupport.parkNanos(2_000_000);
                }
                millis.add(millisBetween(event.at(), fired.get(round * SUBSCRIBED - 1)));
                Deployments.of(store).list().forEach(flow -> flow.runs().forEach(TriggeredRun::await));
            }
        }
        Measured.print("an event to its last of " + SUBSCRIBED + " deployments, three times", millis, "ms");
    }

    private static int count(List<Instant> fired) {
        synchronized (fired) {
            return fired.size();
        }
    }

    @Test
    void aThousandScheduledAndIdle() throws IOException, InterruptedException {
        Store store = Stores.in(folder);
        Deployer deployer = deployer(
                "daily",
                "process",
                Map.of("schedule", Map.of("cron", "0 6 1 1 *", "timezone", "Europe/Berlin"), "event", ""));
        for (int i = 0; i < SCHEDULED; i++) {
            deployer.name("daily-" + i).create();
        }
        long start = System.nanoTime();
        Process scheduler = JavaProcess.start(Scheduling.class, folder.toString());
        while (Scheduler.history(store).isEmpty()
                || StoreLock.holder(store, "keeper").isEmpty()) {
            LockSupport.parkNanos(2_000_000);
        }
        Measured.print(
                "a scheduler for " + SCHEDULED + " deployments, from its JVM's start to its work",
                List.of(Measured.millisSince(start)),
                "ms");
        Owner keeper = StoreLock.holder(store, "keeper").orElseThrow();
        Thread.sleep(IDLE.toMillis()); // until the compilers are done
        Duration before = cpu(scheduler.pid());
        Duration keeperBefore = cpu(keeper.pid());
        Thread.sleep(IDLE.toMillis());
        Measured.print(
                "of one processor, while nothing is due: scheduler, keeper of runs",
                List.of(
                        share(cpu(scheduler.pid()).minus(before)),
                        share(cpu(keeper.pid()).minus(keeperBefore))),
                "%");
        scheduler.destroyForcibly().waitFor();
        ProcessHandle.of(keeper.pid()).orElseThrow().destroyForcibly();
        while (keeper.alive()) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** Does once what there is to do; prints its CPU time in seconds and the most heap it had in use, in MB. */
    static final class Once {
        public static void main(String[] args) {
            Scheduler.once(Stores.in(Path.of(args[0])), event -> {});
            long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            System.out.println(cpu(ProcessHandle.current().pid()).toMillis() / 1e3 + " " + heap / 1e6);
        }
    }

    @Test
    void aStartWithManyEvents() throws IOException, InterruptedException {
        Store store = Stores.in(folder);
        List<Double> without = once();
        EventRecords records = new EventRecords(store);
        for (int i = 0; i < EVENTS; i++) {
            records.publish(new TriggerEvent(
                    "run.finished",
                    "Flow/run-" + i,
                    Instant.now(),
                    Map.of("flow", "Flow", "run", "run-" + i, "state", "SUCCEEDED", "tags", List.of("a:b"))));
        }
        List<Double> taking = once();
        List<Double> having = once();
        String what = " events, CPU and heap of a scheduler that starts, does what there is to do, and ends";
        Measured.print("no" + what, without, "s, MB");
        Measured.print(EVENTS + " new" + what, taking, "s, MB");
        Measured.print(EVENTS + " old" + what, having, "s, MB");
    }

    private List<Double> once() throws IOException, InterruptedException {
        String[] printed = JavaProcess.output(JavaProcess.start(Once.class, folder.toString()))
                .split(" ");
        return List.of(Double.valueOf(printed[0]), Double.valueOf(printed[1]));
    }

    private static double share(Duration cpu) {
        return 100.0 * cpu.toNanos() / IDLE.toNanos();
    }

    private static Duration cpu(long pid) {
        return ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElseThrow();
    }

    private static double millisBetween(Instant start, Instant end) {
        return Duration.between(start, end).toNanos() / 1e6;
    }
}
