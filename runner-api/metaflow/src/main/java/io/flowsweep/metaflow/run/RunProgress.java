package io.flowsweep.metaflow.run;

import io.flowsweep.client.Task;
import io.flowsweep.command.PrintedValues;
import io.flowsweep.events.Artifact;
import io.flowsweep.events.Failure;
import io.flowsweep.events.RunEvent.CardChanged;
import io.flowsweep.events.RunEvent.MetricReported;
import io.flowsweep.events.RunEvent.TaskFailed;
import io.flowsweep.events.RunEvent.TaskSettled;
import io.flowsweep.events.RunEvent.TaskStarted;
import io.flowsweep.events.RunEvent.TaskSucceeded;
import io.flowsweep.metaflow.datastore.MetaflowCard;
import io.flowsweep.metaflow.datastore.MetaflowDatastore;
import io.flowsweep.metaflow.datastore.MetaflowTask;
import io.flowsweep.metaflow.run.MetaflowLine.Place;
import io.flowsweep.source.CommandRun;
import io.flowsweep.source.PrintedReadings;
import io.flowsweep.source.PrintedReadings.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts on record what the lines of a run say: tasks that begin, end and are taken over, and the values that they report. What a task
 * left is read from the datastore when its line says that it has ended.
 */
final class RunProgress {

    private static final Pattern STARTING = Pattern.compile("Task (?:fallback )?is starting(?: \\(retry\\))?\\.");
    private static final Pattern CLONING = Pattern.compile("Cloning previously run task (\\S+)/(\\S+)/(\\S+)");

    /** Comes when all are; the lines of single tasks come as Metaflow begins to take them over, in any order. */
    private static final Pattern CLONED = Pattern.compile("\\S+/\\S+ cloned!");

    /** Every flow of Metaflow ends with it. */
    private static final String LAST_STEP = "end";

    private static final String SUCCEEDED = "Task finished successfully.";

    /** A line's time is in the zone of the process; one that is further from ours than this is in another. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private final CommandRun run;
    private final MetaflowDatastore datastore;
    private final TaskFetch fetch;
    private final Path code;
    private final RecordedArtifacts artifacts;
    private final OriginTasks origins;
    private final PrintedReadings readings;
    private final Map<String, TaskAttempt> attempts = new LinkedHashMap<>();
    private final List<Takeover> takeovers = new ArrayList<>();

    /** A task that Metaflow takes over from another run. */
    private record Takeover(Place place, Place cloned, Instant at) {

        boolean isLast() {
            return place.step().equals(LAST_STEP);
        }
    }

    /** @param fetch brings what tasks left into the datastore */
    RunProgress(CommandRun run, MetaflowDatastore datastore, TaskFetch fetch, Path code, RecordedArtifacts artifacts) {
        this.run = run;
        this.datastore = datastore;
        this.fetch = fetch;
        this.code = code;
        this.artifacts = artifacts;
        this.origins = new OriginTasks(run);
        this.readings = new PrintedReadings(run.command().reads());
    }

    void read(MetaflowLine line) {
        if (line.place().isEmpty()) {
            if (CLONED.matcher(line.text()).matches()) {
                settle();
            }
            return;
        }
        Place place = line.place().get();
        Instant at = line.at()
                .filter(time -> Duration.between(time, Instant.now()).abs().compareTo(LATE) < 0)
                .orElseGet(Instant::now);
        Matcher cloning = CLONING.matcher(line.text());
        if (STARTING.matcher(line.text()).matches()) {
            begin(place, line.process(), at);
        } else if (cloning.matches()) {
            takeovers.add(new Takeover(place, new Place(cloning.group(1), cloning.group(2), cloning.group(3)), at));
        } else if (line.text().equals(SUCCEEDED)) {
            end(place, at);
        } else if (TaskFault.FAILED.contains(line.text())) {
            // a task may print this, too: it is believed when nothing better comes
            attempt(place).ifPresent(attempt -> attempt.failed = true);
        } else {
            Map<String, Double> results =
                    attempt(place).map(attempt -> attempt.results).orElseGet(HashMap::new);
            told(line.text(), results).forEach(reading -> report(place, reading, at));
        }
    }

    private Optional<TaskAttempt> attempt(Place place) {
        return Optional.ofNullable(attempts.get(place.id())).filter(attempt -> attempt.open);
    }

    private void begin(Place place, OptionalLong process, Instant at) {
        settle();
        TaskAttempt before = attempts.get(place.id());
        attempt(place).ifPresent(attempt -> fail(attempt, at));
        TaskAttempt attempt = new TaskAttempt(place, before == null ? 0 : before.number + 1, process);
        attempts.put(place.id(), attempt);
        TaskStarted started = new TaskStarted(at, place.id(), key(place), place.step(), attempt.number);
        if (before == null) {
            run.append(started);
        } else {
            fetch.then(() -> run.append(started));
        }
    }

    /** Ids count up in a run, so in another run one of them is another task's. */
    private static String key(Place place) {
        return place.run() + "/" + place.step() + "/" + place.task();
    }

    private void end(Place place, Instant at) {
        attempt(place).ifPresent(attempt -> {
            attempt.open = false;
            fetch.fetch(task(place), () -> succeed(attempt, at));
        });
    }

    private void succeed(TaskAttempt attempt, Instant at) {
        Place place = attempt.place;
        show(attempt, at);
        run.append(new TaskSucceeded(at, place.id(), place.step(), attempt.number, artifacts(attempt)));
    }

    /** Its cards are pages of Metaflow's; what is on them is put on cards of ours. */
    private void show(TaskAttempt attempt, Instant at) {
        for (MetaflowCard card : task(attempt.place).cards()) {
            run.append(new CardChanged(
                    at,
                    attempt.place.id(),
                    attempt.number,
                    card.id().orElse(card.type()),
                    true,
                    artifacts.of(CardParts.of(card))));
        }
    }

    /**
     * Puts on record what is taken over by now, in the order in which the tasks once began: of values, and of artifacts, those of the
     * last one count. A nanosecond lies between two of them, so that whoever resumes this run finds the order again.
     */
    private void settle() {
        takeovers.sort(Comparator.comparing(this::began)
                .thenComparing(Takeover::isLast)
                .thenComparing(takeover -> takeover.cloned().order()));
        Instant at = takeovers.stream()
                .map(Takeover::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        for (Takeover takeover : takeovers) {
            settle(takeover, at);
            at = at.plusNanos(1);
        }
        takeovers.clear();
    }

    private Instant began(Takeover takeover) {
        return origins.task(takeover.cloned().id()).map(Task::startedAt).orElse(Instant.MAX);
    }

    /** A task that was taken over has printed nothing here; what it told the run that carried it out counts in this one, too. */
    private void settle(Takeover takeover, Instant at) {
        Place place = takeover.place();
        TaskAttempt settled = new TaskAttempt(place, 0, OptionalLong.empty());
        settled.open = false;
        attempts.put(place.id(), settled);
        Optional<Task> original = origins.task(takeover.cloned().id());
        MetaflowTask cloned = task(takeover.cloned());
        if (original.isEmpty()) {
            fetch.fetch(cloned, () -> {});
        }
        fetch.fetch(task(place), () -> {
            List<Reading> values = original.map(
                            task -> OriginTasks.values(task, artifacts.of(task(place)), settled.results))
                    .orElseGet(() -> printed(cloned, settled.results));
            run.append(new TaskSettled(
                    at,
                    place.id(),
                    original.map(Task::key).orElse(key(takeover.cloned())),
                    place.step(),
                    artifacts(settled),
                    origins.id()));
            values.forEach(value -> report(place, value, at));
        });
    }

    /** The same from Metaflow's own record, when the driver has died before it could hear of the task's end. */
    private List<Reading> printed(MetaflowTask task, Map<String, Double> results) {
        int last = task.attempt();
        return Stream.concat(task.stdout(last).stream(), task.stderr(last).stream())
                .flatMap(line -> told(line.text(), results).stream())
                .toList();
    }

    /** Those that it left, and what it has printed as results under other names. */
    private List<Artifact> artifacts(TaskAttempt attempt) {
        Map<String, Artifact> all = new LinkedHashMap<>();
        artifacts.of(task(attempt.place)).forEach(artifact -> all.put(artifact.name(), artifact));
        results(attempt).forEach((name, value) -> all.putIfAbsent(name, artifacts.of(name, value)));
        return List.copyOf(all.values());
    }

    /** The last task has those of all tasks, as artifacts go on from step to step; of one name, those of the task begun last. */
    private Map<String, Double> results(TaskAttempt attempt) {
        if (!attempt.place.step().equals(LAST_STEP)) {
            return attempt.results;
        }
        Map<String, Double> all = new LinkedHashMap<>();
        attempts.values().forEach(each -> all.putAll(each.results));
        return all;
    }

    private MetaflowTask task(Place place) {
        return datastore.task(run.request().plan().flow(), place.run(), place.step(), place.task());
    }

    /** The values that a line tells by itself, or that the sweep's metrics find in it; what it tells as results goes to these. */
    private List<Reading> told(String text, Map<String, Double> results) {
        Optional<PrintedValues> told = PrintedValues.of(text);
        if (told.isEmpty()) {
            return readings.in(text);
        }
        if (told.get().step().isEmpty()) {
            results.putAll(told.get().values());
            return List.of();
        }
        List<Reading> values = new ArrayList<>();
        double step = told.get().step().get();
        told.get().values().forEach((name, value) -> values.add(new Reading(name, step, value)));
        return values;
    }

    private void report(Place place, Reading reading, Instant at) {
        run.append(new MetricReported(at, place.id(), reading.name(), reading.position(), reading.value()));
    }

    private void fail(TaskAttempt attempt, Instant at) {
        Place place = attempt.place;
        attempt.open = false;
        fetch.fetch(task(place), () -> {
            Failure failure = TaskFault.of(task(place), attempt.number, code);
            attempt.failure = Optional.of(failure);
            run.append(new TaskFailed(at, place.id(), place.step(), attempt.number, failure));
        });
    }

    /** Puts on record what is there by now. */
    void look() {
        Instant now = Instant.now();
        attempts.values().forEach(attempt -> attempt.look(now));
        fetch.look();
    }

    /** Why the first task failed that was not repeated. */
    Optional<Failure> firstFailure() {
        attempts.values().stream()
                .filter(attempt -> attempt.open && attempt.failed)
                .forEach(attempt -> fail(attempt, Instant.now()));
        fetch.finish();
        return attempts.values().stream()
                .flatMap(attempt -> attempt.failure.stream())
                .findFirst();
    }

    /** Nothing of the run is left: tasks that have not ended share its fate. */
    void finish(Optional<Failure> failure) {
        settle();
        Instant now = Instant.now();
        for (TaskAttempt attempt : attempts.values()) {
            if (attempt.open && failure.isEmpty()) {
                end(attempt.place, now);
            } else if (attempt.open) {
                attempt.open = false;
                Place place = attempt.place;
                fetch.then(
                        () -> run.append(new TaskFailed(now, place.id(), place.step(), attempt.number, failure.get())));
            }
        }
        fetch.finish();
        fetch.close();
    }
}
