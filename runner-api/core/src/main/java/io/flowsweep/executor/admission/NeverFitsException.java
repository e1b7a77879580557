package io.flowsweep.executor.admission;

import io.flowsweep.errors.FlowSweepException;

/** A need is larger than the machine, so that waiting would never end. */
public final class NeverFitsException extends FlowSweepException {

    private final transient Need need;
    private final transient Machine machine;

    NeverFitsException(Need need, Machine machine) {
        super("needs " + need + ", but this machine has " + machine.describe(need)
                + ". Ask for less in @Resources, use a larger machine, or oversubscribe this one");
        this.need = need;
        this.machine = machine;
    }

    public Need need() {
        return need;
    }

    public Machine machine() {
        return machine;
    }
}
