package io.flowsweep.client;

import io.flowsweep.codec.ValueCodec;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.Failure;
import io.flowsweep.events.ResourceUsage;
import io.flowsweep.events.RunEvent;
import io.flowsweep.events.RunEvent.TagsChanged;
import io.flowsweep.events.RunEvents;
import io.flowsweep.events.RunSettings;
import io.flowsweep.events.RunState;
import io.flowsweep.events.Surroundings;
import io.flowsweep.events.Tags;
import io.flowsweep.flow.TriggeredBy;
import io.flowsweep.plan.CommandPlan;
import io.flowsweep.plan.FileParameters;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One execution of a flow, as it stood when it was read. */
public final class Run {

    private final RunRecord record;

    Run(RunRecord record) {
        this.record = record;
    }

    /**
     * A run as its owner knows it.
     *
     * @param folder the run's name in the store
     * @param owner what the owner has put on record, in order, the request first; it is not read again
     * @param host the same of the only host that the run has had, when it is at hand
     */
    public static Run of(Store store, String folder, List<RunEvent> owner, Optional<List<RunEvent>> host) {
        return new Run(RunRecord.of(store, folder, owner, host)
                .orElseThrow(() -> new IllegalArgumentException("a run begins with its request")));
    }

    /** Unique in the store, and sortable by start. */
    public String id() {
        return record.owner().request().run();
    }

    public String flow() {
        return record.plan().flow();
    }

    /** RUNNING, also while it waits for room; how it ended; or LOST, when its owner died before it could put an end on record. */
    public RunState state() {
        return record.state();
    }

    /** When it was put on record; its host starts later. */
    public Instant createdAt() {
        return record.owner().request().at();
    }

    /** Its flow, with all runs of it. */
    public Flow parent() {
        return new Flow(record.store(), flow());
    }

    /** When its first host started; empty while it waits for room on the machine. */
    public Optional<Instant> startedAt() {
        return record.hosts().started();
    }

    /** When it ended; empty while it is under way. Of a lost run, when it was last heard of. */
    public Optional<Instant> endedAt() {
        return record.endedAt();
    }

    /** From the start of its host to its end, or to now while it runs; zero before its host has started. */
    public Duration duration() {
        return record.duration();
    }

    /**
     * What its hosts took of the machine, with all they started; empty while it runs, and of a run without a process of its own
     * (executor {@code inline}).
     */
    public Optional<ResourceUsage> usage() {
        return record.usage();
    }

    /** Why it did not succeed, in one line, for instance {@code IllegalStateException: no data, in Digits.train (Digits.java:40)}. */
    public Optional<String> failure() {
        return record.failure().map(Failure::summary);
    }

    /** The same with the stack trace, when there is one. */
    public Optional<Failure> failureDetails() {
        return record.failure();
    }

    /** Its tags in the order in which they were added, those of its project and its sweep among them. */
    public List<String> tags() {
        return record.owner().tags();
    }

    /**
     * Adds tags to a run that has ended; this snapshot does not change.
     *
     * @throws io.flowsweep.errors.InvalidInputException while the run is under way, because until then its tags are its
     *     owner's; when a tag is empty or longer than 500 characters
     */
    public void addTags(String... tags) {
        Tags.check(List.of(tags));
        change(new TagsChanged(Instant.now(), List.of(tags), List.of()));
    }

    /** Removes tags from a run that has ended; like {@link #addTags}. Those of the flow's project stay. */
    public void removeTags(String... tags) {
        Tags.checkRemovable(List.of(tags));
        change(new TagsChanged(Instant.now(), List.of(), List.of(tags)));
    }

    /** The id of the run that this one resumes. */
    public Optional<String> origin() {
        return record.owner().request().settings().origin().map(RunSettings.Origin::run);
    }

    /** Why it was started, when it is one of a deployment. */
    public Optional<TriggeredBy> trigger() {
        return record.owner().request().settings().trigger();
    }

    /** The environment variables that its hosts were given, without the values of secrets, and where they worked. */
    public Surroundings surroundings() {
        return record.owner().request().settings().surroundings();
    }

    /** The processes of its hosts, on the machine where they ran; some may have ended, and their ids be given to others. */
    public List<Long> hostPids() {
        return record.hosts().pids();
    }

    /** The plan it was started with. */
    public FlowPlan plan() {
        return record.plan();
    }

    /** The resolved configs by name, as plain values; those that are kept as text as text. */
    public Map<String, Object> configs() {
        return plan().configValues();
    }

    /** The parameters by name, as plain values; those without a value are left out. */
    public Map<String, Object> parameters() {
        Map<String, Object> values = new LinkedHashMap<>();
        plan().parameters().forEach(p -> p.value().ifPresent(v -> values.put(p.name(), v)));
        return values;
    }

    /**
     * A config as a record or a {@code Map}; as a {@code String} when it is kept as text.
     *
     * @throws IllegalArgumentException when the run had no such config; the message lists those it had
     * @throws io.flowsweep.codec.CodecException when it is of another type
     */
    public <T> T config(String name, Class<T> type) {
        Object value = configs().get(name);
        if (value == null) {
            throw new IllegalArgumentException("the run had no config \"" + name + "\"; it had "
                    + configs().keySet());
        }
        return ValueCodec.decode(type, value);
    }

    /**
     * The content of a file that was given as a parameter.
     *
     * @throws IllegalArgumentException when no file was
     */
    public byte[] parameterFile(String name) {
        if (!(parameters().get(name) instanceof Map<?, ?> file
                && file.get(FileParameters.BLOB) instanceof String blob)) {
            throw new IllegalArgumentException("the run had no file as the parameter \"" + name + "\"");
        }
        try (InputStream content = record.store().getBlob(blob)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The artifacts of the last task that succeeded: of {@code end} when the run succeeded. */
    public Artifacts data() {
        return new Artifacts(record.store(), record.lastArtifacts());
    }

    /** All intermediate values reported so far, in the order of reporting. */
    public List<MetricValue> metrics() {
        return record.hosts().metrics();
    }

    /** The steps in the order of the plan. */
    public List<Step> steps() {
        return plan().steps().stream().map(s -> new Step(record, s.name())).toList();
    }

    /** @throws IllegalArgumentException when the flow has no such step; the message lists those it has */
    public Step step(String name) {
        return steps().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(flow() + " has no step \"" + name + "\"; it has "
                        + steps().stream().map(Step::name).toList()));
    }

    /**
     * The task with this id.
     *
     * @throws IllegalArgumentException when the run has no such task
     */
    public Task task(String id) {
        return findTask(id)
                .orElseThrow(() -> new IllegalArgumentException("the run " + id() + " has no task \"" + id + "\""));
    }

    /** The task with this id; empty when the run has no such task. */
    public Optional<Task> findTask(String id) {
        return Optional.ofNullable(record.hosts().tasks().get(id)).map(task -> new Task(record, task));
    }

    /** The folder in which its command has worked, with what it has made there; empty when there is none, as of a flow in Java. */
    public Optional<Path> workFolder() {
        return plan().command()
                .map(CommandPlan::work)
                .flatMap(work -> record.store()
                        .localLog(StoreLayout.hostOutput(record.folder(), 1))
                        .map(output -> output.resolveSibling(StoreLayout.WORK).resolve(work.directory())))
                .filter(Files::isDirectory);
    }

    /** What it has printed so far: the text of each whole line, without who printed it. */
    public List<String> log() {
        return printed().map(LogLine::text).toList();
    }

    /** What it has printed so far, a line at a time: the stream reads on as it goes, and holds no more than a part. */
    public Stream<LogLine> printed() {
        return printed(LogPosition.START);
    }

    /** The same from where an earlier reading ended, which is {@link LogLine#next} of its last line. */
    public Stream<LogLine> printed(LogPosition from) {
        return RunLog.lines(
                record.store(), record.folder(), plan(), record.owner().lastHost(), from);
    }

    /**
     * The last lines that it has printed so far. However much it has printed, no more than a part is read.
     *
     * @param most how many lines at most; at least 1
     */
    public PrintedTail lastPrinted(int most) {
        return RunTail.of(
                record.store(), record.folder(), plan(), record.owner().lastHost(), most);
    }

    private void change(TagsChanged change) {
        if (!state().ended()) {
            throw new InvalidInputException(
                    "the run " + id() + " is under way, so its tags cannot be changed",
                    "",
                    "Wait for its end, or give the tags when it is started.");
        }
        record.store().append(StoreLayout.runLog(record.folder()), List.of(RunEvents.toLine(change)));
    }

    @Override
    public String toString() {
        return "Run[" + flow() + "/" + id() + " " + state() + " " + duration().toMillis() / 1000.0 + " s]";
    }
}
