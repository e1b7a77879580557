package io.flowsweep.flow;

import io.flowsweep.flow.card.Card;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The run, step and task being carried out. Thread-safe. */
public interface Current {

    /** The flow's name: the simple name of its class. */
    String flow();

    /** The id of the run. */
    String runId();

    /** The name of the step. */
    String step();

    /** The id of the task, unique in its run, for instance {@code train-1}. */
    String taskId();

    /** The folder of the flow's source file, where its data may stand beside it; empty for a class. */
    Optional<Path> sourceDirectory();

    /** Which attempt at this task it is, from 0. */
    int attempt();

    /** Every {@code foreach} that the task is in, the outermost first. */
    List<ForeachFrame> foreachStack();

    /** The project of the flow; empty without {@link Project}. */
    Optional<String> project();

    /** Why the run was started, when it is one of a deployment. */
    Optional<TriggeredBy> trigger();

    /** An empty folder of this task's own, gone when the run's host ends. */
    Path temporaryDirectory();

    /** The tags the run was started with. */
    List<String> tags();

    /**
     * Writes to the run's output, like {@code System.out}, with the level in front; what is below {@code INFO} is dropped. Its
     * name is that of flow and step, for instance {@code MatMul.start}.
     */
    System.Logger logger();

    /**
     * Prints every value of the configs and parameters with the place it comes from. Secrets are masked: what stands under
     * a key that holds {@code password}, {@code token}, {@code secret}, {@code credential} or {@code api_key}.
     *
     * @param exclude what to leave out, with all that is below it, for instance {@code config.paths}
     */
    void showSettings(String... exclude);

    /**
     * Records an intermediate value of a metric, readable while the task still runs.
     *
     * @param metric a name of letters, digits and underscores
     * @param step where the value stands on the metric's own axis: an epoch, a second
     * @param value finite, or NaN or infinite to say that something went wrong
     */
    void report(String metric, double step, double value);

    /**
     * Does some work and reports how many seconds it took as a value of a metric, at the step 0, 1, 2, … of its repetitions
     * in this task.
     *
     * @throws Exception what the work throws; the time is reported all the same
     */
    <T> T profile(String metric, Callable<T> work) throws Exception;

    /**
     * Publishes an event in the store of the run, upon which deployed flows are run; see {@link Trigger}. Of a task that is
     * repeated it counts once.
     *
     * @param event a name of letters, digits and {@code . _ / -}
     * @param payload plain values: maps, lists, texts, numbers, booleans, null
     */
    void publish(String event, Map<String, ?> payload);

    /** The task's card with the id {@value Card#DEFAULT}. */
    default Card card() {
        return card(Card.DEFAULT);
    }

    /**
     * A card of this task, the same for each call with the same id; it comes to be when something is put on it.
     *
     * @param id of ASCII letters, digits, {@code _} and {@code -}
     * @throws IllegalArgumentException when the id is anything else
     */
    Card card(String id);
}
