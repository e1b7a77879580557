package io.flowsweep.plots.model;

import java.util.List;
import java.util.Optional;

/**
 * One pair of axes with what is drawn between them.
 *
 * @param title over it; empty when it is the only one
 * @param marks the first at the bottom
 */
public record Panel(Optional<String> title, Axis x, Axis y, List<Mark> marks) {

    public Panel {
        marks = List.copyOf(marks);
    }
}
