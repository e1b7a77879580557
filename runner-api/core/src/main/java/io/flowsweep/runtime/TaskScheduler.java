package io.flowsweep.runtime;

import io.flowsweep.events.Artifact;
import io.flowsweep.events.Failure;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunEvent.TaskSettled;
import io.flowsweep.events.RunSettings;
import io.flowsweep.flow.Failed;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.RulesPlan;
import io.flowsweep.runtime.Walk.Ready;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import io.flowsweep.runtime.log.HostLog;
import io.flowsweep.runtime.place.Places;
import io.flowsweep.runtime.place.TaskPlace;
import io.flowsweep.runtime.task.TaskOrder;
import io.flowsweep.runtime.task.TaskOrder.Input;
import io.flowsweep.runtime.task.TaskResult;
import io.flowsweep.runtime.time.Clock;
import io.flowsweep.runtime.time.Timeouts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Carries out a run: gives ready tasks to free places, repeats those that fail as their rules say, takes over those that
 * have been carried out already, and follows the graph until nothing is left to do. One thread does all of it.
 */
final class TaskScheduler {

    private static final long PLACE_POLL_MILLIS = 100;

    /** What came of a task. */
    private record Completion(Ready task, TaskPlace place, TaskResult result) {}

    private final String run;
    private final FlowPlan plan;
    private final RunSettings settings;
    private final Walk walk;
    private final Places places;
    private final Known known;
    private final HostLog log;
    private final ArtifactCodec codec;
    private final Gate gate;
    private final Deque<Ready> ready = new ArrayDeque<>();
    private final BlockingQueue<Completion> completions = new LinkedBlockingQueue<>();
    private final BlockingQueue<Ready> again = new LinkedBlockingQueue<>();
    private int running;
    private int waiting;
    private Optional<Failure> failure = Optional.empty();

    /**
     * @param log once it has ended, no task is begun
     * @param gate while it is closed, none is begun either
     */
    TaskScheduler(RunRequested request, Places places, Known known, HostLog log, ArtifactCodec codec, Gate gate) {
        this.run = request.run();
        this.plan = request.plan();
        this.settings = request.settings();
        this.walk = new Walk(plan, settings.maxSplits(), codec);
        this.places = places;
        this.known = known;
        this.log = log;
        this.codec = codec;
        this.gate = gate;
    }

    /** Carries everything out; the first failure that was neither repeated away nor caught, if there was one. */
    Optional<Failure> run() throws InterruptedException {
        add(walk.first());
        while (!log.hasEnded()) {
            begin();
            if (running == 0 && waiting == 0 && ready.isEmpty()) {
                break;
            }
            Completion completion = ready.isEmpty() && waiting == 0
                    ? completions.take()
                    : completions.poll(PLACE_POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (completion != null) {
                end(completion);
            }
            for (Ready task = again.poll(); task != null; task = again.poll()) {
                waiting--;
                ready.addFirst(task);
            }
            if (failure.isPresent() && !settings.keepGoing()) {
                break;
            }
        }
        return failure;
    }

    private void addAll(List<Ready> tasks) {
        for (Ready task : tasks) {
            add(task);
        }
    }

    /** Queues a task; one that is known already is taken over, with what follows it. */
    private void add(Ready first) {
        Deque<Ready> open = new ArrayDeque<>();
        open.add(first);
        while (!open.isEmpty()) {
            Ready task = open.pop();
            Optional<Known.Task> done = known.take(task.order().key());
            if (done.isEmpty()) {
                int attempts = known.attempts(task.order().key());
                ready.add(new Ready(task.key(), task.order().attempt(attempts)));
                continue;
            }
            if (!done.get().run().equals(run)) {
                settled(task, done.get().artifacts(), Optional.of(done.get().run()));
            }
            List<Ready> next = after(task, done.get().artifacts());
            for (int i = next.size() - 1; i >= 0; i--) {
                open.push(next.get(i));
            }
        }
    }

    private void begin() {
        while (!ready.isEmpty()) {
            if (gate.isClosed()) {
                return;
            }
            Ready task = ready.peek();
            RulesPlan rules = rules(task);
            Optional<TaskPlace> place = places.take(rules);
            if (place.isEmpty()) {
                return;
            }
            ready.remove();
            boolean alone = running == 0 && waiting == 0 && ready.isEmpty();
            running++;
            place.get().begin(task.order(), rules, alone, new Consumer<>() {
                @Override
                public void accept(TaskResult result) {
                    completions.add(new Completion(task, place.get(), result));
                }
            });
        }
        places.shrink();
    }

    private void end(Completion completion) {
        running--;
        places.release(completion.place());
        Ready task = completion.task();
        Optional<Failure> failed = completion.result().failure();
        if (failed.isEmpty()) {
            addAll(after(task, completion.result().artifacts()));
        } else if (task.order().attempt() < rules(task).retries()) {
            repeat(task);
        } else if (rules(task).caught()) {
            settle(task, failed.get());
        } else {
            fail(failed.get());
        }
    }

    private List<Ready> after(Ready task, List<Artifact> artifacts) {
        try {
            return walk.after(task, artifacts);
        } catch (UnableToGoOnException e) {
            fail(Walk.failure(e));
            return List.of();
        }
    }

    private void repeat(Ready task) {
        RulesPlan rules = rules(task);
        Ready next = new Ready(task.key(), task.order().attempt(task.order().attempt() + 1));
        double factor = Math.pow(rules.backoff(), task.order().attempt());
        Duration delay = Duration.ofMillis((long) (rules.retryDelay().toMillis() * factor));
        waiting++;
        if (delay.isZero()) {
            again.add(next);
        } else {
            Clock.after(Timeouts.millis(delay), () -> again.add(next));
        }
    }

    /** Goes on as if the task had changed nothing but to keep its failure. */
    private void settle(Ready task, Failure failed) {
        List<Input> inputs = task.order().inputs();
        boolean join = plan.step(task.key().step()).join();
        List<Artifact> artifacts = new ArrayList<>(
                join || inputs.isEmpty() ? List.of() : inputs.get(0).artifacts());
        rules(task).catchArtifact().ifPresent(name -> {
            artifacts.removeIf(a -> a.name().equals(name));
            Failed kept = new Failed(failed.kind(), failed.message(), task.key().step());
            artifacts.add(codec.encode(name, "json", Failed.class, kept));
        });
        settled(task, artifacts, Optional.empty());
        addAll(after(task, artifacts));
    }

    private void settled(Ready task, List<Artifact> artifacts, Optional<String> origin) {
        TaskOrder order = task.order();
        log.append(new TaskSettled(Instant.now(), order.task(), order.key(), order.step(), artifacts, origin));
    }

    private void fail(Failure failed) {
        failure = failure.isEmpty() ? Optional.of(failed) : failure;
    }

    private RulesPlan rules(Ready task) {
        return plan.step(task.key().step()).rules();
    }
}
