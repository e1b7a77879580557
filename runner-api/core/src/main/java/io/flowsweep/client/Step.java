package io.flowsweep.client;

import java.util.List;
import java.util.Optional;

/** A step of a run, with the tasks that carried it out. */
public final class Step {

    private final RunRecord run;
    private final String name;

    Step(RunRecord run, String name) {
        this.run = run;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** The run it belongs to. */
    public Run parent() {
        return new Run(run);
    }

    /** Its tasks in the order in which they started. */
    public List<Task> tasks() {
        return run.hosts().tasks().values().stream()
                .filter(t -> t.step.equals(name))
                .map(t -> new Task(run, t))
                .toList();
    }

    /** Its first task; empty before it has started. */
    public Optional<Task> task() {
        return tasks().stream().findFirst();
    }

    @Override
    public String toString() {
        return "Step[" + name + ", " + tasks().size() + " tasks]";
    }
}
