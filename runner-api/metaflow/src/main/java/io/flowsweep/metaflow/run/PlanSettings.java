package io.flowsweep.metaflow.run;

/** The settings of a plan by which its planner tells the session what is Metaflow's alone. */
public final class PlanSettings {

    /** The flow's file among its inputs. */
    public static final String SCRIPT = "script";

    /** By parameters that take several values in one text: what goes between them. */
    public static final String SEPARATORS = "separators";

    /** The decorators that Metaflow is given with {@code --with}, in order. */
    public static final String WITH = "with";

    private PlanSettings() {}
}
