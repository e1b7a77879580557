package io.flowsweep.runtime.task;

import io.flowsweep.events.EventRecords;
import io.flowsweep.events.RunEvent.MetricReported;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.flow.Current;
import io.flowsweep.flow.ForeachFrame;
import io.flowsweep.flow.TriggerEvent;
import io.flowsweep.flow.TriggeredBy;
import io.flowsweep.flow.card.Card;
import io.flowsweep.plan.SettingsTable;
import io.flowsweep.runtime.log.HostLog;
import io.flowsweep.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** {@code current()} of one task. */
final class TaskCurrent implements Current {

    private final RunRequested run;
    private final TaskOrder order;
    private final List<ForeachFrame> frames;
    private final TaskCards cards;
    private final HostLog log;
    private final Supplier<Path> folder;
    private final Store store;
    private final Map<String, Integer> profiled = new HashMap<>();
    private final Map<String, Integer> published = new HashMap<>();

    TaskCurrent(
            RunRequested run,
            TaskOrder order,
            List<ForeachFrame> frames,
            TaskCards cards,
            HostLog log,
            Supplier<Path> folder,
            Store store) {
        this.run = run;
        this.order = order;
        this.frames = List.copyOf(frames);
        this.cards = cards;
        this.log = log;
        this.folder = folder;
        this.store = store;
    }

    @Override
    public String flow() {
        return run.plan().flow();
    }

    @Override
    public String runId() {
        return run.run();
    }

    @Override
    public String step() {
        return order.step();
    }

    @Override
    public String taskId() {
        return order.task();
    }

    @Override
    public int attempt() {
        return order.attempt();
    }

    @Override
    public List<ForeachFrame> foreachStack() {
        return frames;
    }

    @Override
    public Optional<String> project() {
        return run.plan().project();
    }

    @Override
    public Optional<TriggeredBy> trigger() {
        return run.settings().trigger();
    }

    @Override
    public Path temporaryDirectory() {
        return folder.get();
    }

    @Override
    public List<String> tags() {
        return run.tags();
    }

    @Override
    public Optional<Path> sourceDirectory() {
        return run.plan().sourceDirectory().map(Path::of);
    }

    @Override
    public System.Logger logger() {
        return new TaskLogger(flow() + "." + step());
    }

    @Override
    public void showSettings(String... exclude) {
        SettingsTable.of(run.plan(), List.of(exclude)).forEach(System.out::println);
    }

    @Override
    public void report(String metric, double position, double value) {
        if (!isName(metric)) {
            throw new IllegalArgumentException(
                    "a metric's name is made of letters, digits and underscores, but got \"" + metric + "\"");
        }
        log.append(new MetricReported(Instant.now(), order.task(), metric, position, value));
    }

    @Override
    public <T> T profile(String metric, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        try {
            return work.call();
        } finally {
            double seconds = (System.nanoTime() - start) / 1e9;
            report(metric, repetition(metric), seconds);
        }
    }

    @Override
    public void publish(String event, Map<String, ?> payload) {
        String id = runId() + "/" + taskId() + "/" + number(event);
        Optional<TriggeredBy> trigger = trigger();
        Optional<List<String>> chain =
                trigger.isEmpty() ? Optional.empty() : Optional.of(trigger.get().chain());
        new EventRecords(store)
                .publish(new TriggerEvent(event, id, Instant.now(), new LinkedHashMap<>(payload), chain));
    }

    private synchronized int number(String event) {
        return published.merge(event, 1, Integer::sum);
    }

    @Override
    public Card card(String id) {
        return cards.card(id);
    }

    private synchronized int repetition(String metric) {
        return profiled.merge(metric, 1, Integer::sum) - 1;
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '_') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
