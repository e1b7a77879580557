package io.flowsweep.cli;

import io.flowsweep.client.Client;
import io.flowsweep.client.Flow;
import io.flowsweep.client.Run;
import io.flowsweep.client.Step;
import io.flowsweep.client.Task;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.store.StoreLocation;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tasks of a run on record, as a user names them: {@code RUN/STEP} or {@code RUN/STEP/TASK}.
 *
 * @param run an id, or {@code latest}
 * @param task the id of one task; empty for all of the step
 */
record TaskPath(String run, String step, Optional<String> task) {

    private static final String LATEST = "latest";
    private static final int MOST = 3;

    static TaskPath parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length < 2 || parts.length > MOST || List.of(parts).contains("")) {
            throw new InvalidInputException(
                    "\"" + text + "\" names no step of a run",
                    "",
                    "Write RUN/STEP or RUN/STEP/TASK, for instance latest/train");
        }
        return new TaskPath(parts[0], parts[1], parts.length == MOST ? Optional.of(parts[2]) : Optional.empty());
    }

    /** @param store its folder; by default it is found from the working directory */
    Run run(Optional<Path> store) {
        Path folder = StoreLocation.find(store, Path.of("").toAbsolutePath());
        List<Flow> flows = Client.at(folder).flows();
        Optional<Run> found = flows.stream()
                .flatMap(flow -> (run.equals(LATEST) ? flow.latestRun() : flow.run(run)).stream())
                .max(Comparator.comparing(Run::createdAt));
        return found.orElseThrow(
                () -> new InvalidInputException(
                        run.equals(LATEST) ? "there is no run" : "there is no run \"" + run + "\"",
                        folder.toString(),
                        "A run's id is what flowsweep flow run prints first; latest is the newest. --store DIR names another store"));
    }

    /** The tasks meant, of which there may be none yet. */
    List<Task> tasks(Run found) {
        List<String> steps = found.steps().stream().map(Step::name).toList();
        if (!steps.contains(step)) {
            throw new InvalidInputException(
                    found.flow() + " has no step \"" + step + "\"", "", Suggestions.didYouMean(step, steps));
        }
        List<Task> tasks = found.step(step).tasks();
        List<Task> meant = tasks.stream()
                .filter(t -> task.isEmpty() || task.get().equals(t.id()))
                .toList();
        if (task.isPresent() && meant.isEmpty()) {
            throw new InvalidInputException(
                    "the step " + step + " has no task \"" + task.get() + "\"",
                    "",
                    Suggestions.didYouMean(
                            task.get(), tasks.stream().map(Task::id).toList()));
        }
        return meant;
    }
}
