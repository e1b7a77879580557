package io.flowsweep.metaflow.pickle;

import io.flowsweep.errors.FlowSweepException;
import java.util.Optional;

/** A pickle is not plain data, is damaged, or asks for more than any plain data would. Nothing of it has been carried out. */
public final class UnreadablePickleException extends FlowSweepException {

    private final transient Optional<String> type;

    private UnreadablePickleException(String message, Optional<String> type) {
        super(message);
        this.type = type;
    }

    static UnreadablePickleException of(String message) {
        return new UnreadablePickleException(message, Optional.empty());
    }

    /** @param type as Python writes it, for instance {@code decimal.Decimal} */
    static UnreadablePickleException foreign(String type) {
        return new UnreadablePickleException("it holds a " + type + ", which only Python can read", Optional.of(type));
    }

    /** What the pickle holds that is no plain data: a class or a function, with its module; empty when it is refused otherwise. */
    public Optional<String> type() {
        return type;
    }
}
