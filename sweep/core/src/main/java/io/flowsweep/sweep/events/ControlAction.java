package io.flowsweep.sweep.events;

/** What a driver can be told from outside. */
public enum ControlAction {
    /** Start no more runs; those under way go on. */
    PAUSE,
    /** Start runs again. */
    RESUME,
    /** End a variant's runs, or all and with them the sweep. */
    CANCEL,
    /** Run a variant (again), before those that wait. */
    ADD
}
