package io.flowsweep.runtime;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells the first result it is given and drops the others. Thread-safe. */
final class Once {

    private final AtomicBoolean told = new AtomicBoolean();
    private final Consumer<TaskResult> listener;

    Once(Consumer<TaskResult> listener) {
        this.listener = listener;
    }

    void tell(TaskResult result) {
        tell(() -> result);
    }

    /** @param result is asked for, and may do what must be done before anybody hears of it, only if it is the first */
    void tell(Supplier<TaskResult> result) {
        if (told.compareAndSet(false, true)) {
            listener.accept(result.get());
        }
    }
}
