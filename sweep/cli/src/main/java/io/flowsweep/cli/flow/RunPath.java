package io.flowsweep.cli.flow;

import io.flowsweep.client.Client;
import io.flowsweep.client.Flow;
import io.flowsweep.client.Run;
import io.flowsweep.client.Step;
import io.flowsweep.client.Task;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A run, a step or a task as a user names it: {@code [FLOW/]RUN[/STEP[/TASK]]}, where RUN may be {@code latest} or a unique
 * beginning or end of an id, and TASK the task's id or its number.
 */
record RunPath(Run run, Optional<Step> step, Optional<Task> task) {

    static final String LABEL = "RUN[/STEP[/TASK]]";

    static final String HELP = "A run's id, the beginning or the end of one, or latest; FLOW/ may stand before it.";

    /** @throws InvalidInputException when there is no such thing on record */
    static RunPath find(Client client, String text) {
        List<String> parts = List.of(text.split("/"));
        List<String> flows = client.flows().stream().map(Flow::name).toList();
        boolean withFlow = parts.size() > 1 && flows.contains(parts.get(0));
        List<String> rest = parts.subList(withFlow ? 1 : 0, parts.size());
        Run run = run(client, withFlow ? Optional.of(parts.get(0)) : Optional.empty(), rest.get(0));
        if (rest.size() > 3) {
            throw new InvalidInputException("\"" + text + "\" has too many parts", "", "Write " + LABEL + ".");
        }
        Optional<Step> step = rest.size() > 1 ? Optional.of(step(run, rest.get(1))) : Optional.empty();
        return new RunPath(
                run, step, rest.size() > 2 ? Optional.of(task(step.orElseThrow(), rest.get(2))) : Optional.empty());
    }

    /** The tasks it stands for, in the order in which they started. */
    List<Task> tasks() {
        return task.map(List::of)
                .orElseGet(() -> step.map(List::of).orElseGet(run::steps).stream()
                        .flatMap(s -> s.tasks().stream())
                        .toList());
    }

    private static Run run(Client client, Optional<String> flow, String id) {
        Optional<Run> found = id.equals("latest")
                ? flow.map(client::flowNamed).map(List::of).orElseGet(client::flows).stream()
                        .flatMap(f -> f.latestRun().stream())
                        .max(Comparator.comparing(Run::createdAt))
                : client.run(flow.map(name -> name + "/" + id).orElse(id));
        return found.orElseThrow(() -> new InvalidInputException(
                id.equals("latest") ? "there are no runs" : "there is no run \"" + id + "\"",
                client + flow.map(name -> ", flow " + name).orElse(""),
                "flowsweep flow list shows what there is; --store DIR says where to look."));
    }

    private static Step step(Run run, String name) {
        return run.steps().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "the flow has no step \"" + name + "\"",
                        run.flow() + "/" + run.id(),
                        Suggestions.didYouMean(
                                name, run.steps().stream().map(Step::name).toList())));
    }

    private static Task task(Step step, String id) {
        List<Task> tasks = step.tasks();
        return tasks.stream()
                .filter(t -> t.id().equals(id) || t.id().equals(step.name() + "-" + id))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "the step " + step.name() + " has no task \"" + id + "\"",
                        step.parent().flow() + "/" + step.parent().id(),
                        Suggestions.didYouMean(id, tasks.stream().map(Task::id).toList())));
    }
}
