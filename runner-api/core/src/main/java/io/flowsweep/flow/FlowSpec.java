package io.flowsweep.flow;

import java.util.List;

/**
 * The base of every flow.
 *
 * <p>A subclass has a no-argument constructor and {@link Step} methods, the first named {@code start}, the last named
 * {@code end}. Each task works on a fresh instance: configs, parameters and the artifacts of the steps before it are
 * filled in first, and every field that the step changed is kept as an artifact when the step ends.
 *
 * <p><b>Artifacts</b> are the fields that are neither static, transient nor final and carry no {@link FlowConfig} or
 * {@link Parameter}. They may be primitives, boxes, {@code String}, enums, records, sealed interfaces of records,
 * {@code java.time} values, {@code Optional}, {@code List}, {@code Set}, {@code Map}, {@code byte[]},
 * {@code java.nio.file.Path} (the file's content is kept) and primitive arrays up to rank 3. A field that no step has
 * changed is <em>unset</em>.
 *
 * <p><b>Thread safety:</b> an instance belongs to one task; a step that starts threads must join them before it returns.
 */
public abstract class FlowSpec {

    private transient Current current;

    /**
     * What is being carried out right now.
     *
     * @throws IllegalStateException outside a running step, for instance in a constructor
     */
    protected final Current current() {
        if (current == null) {
            throw new IllegalStateException("current() has a value only while a step runs");
        }
        return current;
    }

    /**
     * The element that this task is for, of the innermost {@code foreach}.
     *
     * @param <T> the type of the list's elements
     * @throws IllegalStateException when the task is in no {@code foreach}
     */
    @SuppressWarnings("unchecked")
    protected final <T> T input() {
        return (T) innermost().value();
    }

    /**
     * The position of {@link #input()} in its list, from 0.
     *
     * @throws IllegalStateException when the task is in no {@code foreach}
     */
    protected final int index() {
        return innermost().index();
    }

    /** Every {@code foreach} that the task is in, the outermost first. */
    protected final List<ForeachFrame> foreachStack() {
        return current().foreachStack();
    }

    private ForeachFrame innermost() {
        List<ForeachFrame> stack = foreachStack();
        if (stack.isEmpty()) {
            throw new IllegalStateException("the step " + current().step() + " is in no foreach, so it has no input");
        }
        return stack.get(stack.size() - 1);
    }

    /**
     * Brings the artifacts of the joined branches into this task, comparing each with its value at the fork: what one
     * branch changed wins, what several changed to equal values is taken, and what several changed differently is a
     * conflict unless this step has already given the field a value other than that of its initializer.
     *
     * @throws IllegalStateException outside a join, or when artifacts conflict; the message names field and branches
     */
    protected final void mergeArtifacts(Inputs<? extends FlowSpec> inputs) {
        mergeArtifacts(inputs, Merge.all());
    }

    /**
     * The same for some of the artifacts.
     *
     * @throws IllegalArgumentException when {@code merge} names an artifact that the flow does not have
     */
    protected final void mergeArtifacts(Inputs<? extends FlowSpec> inputs, Merge merge) {
        inputs.mergeInto(this, merge);
    }
}
