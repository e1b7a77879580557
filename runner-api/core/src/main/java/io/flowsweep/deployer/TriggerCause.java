package io.flowsweep.deployer;

/**
 * Why a run was triggered.
 *
 * @param kind {@code manual}, or what else a target triggers by: {@code schedule}, {@code event}, {@code flow}
 * @param detail who or what it was: a user's name, the time that was due, an event's id
 */
public record TriggerCause(String kind, String detail) {

    /** Somebody has asked for it. */
    public static TriggerCause manual(String user) {
        return new TriggerCause("manual", user);
    }

    /** {@code schedule 2026-03-01T06:00:00Z}. */
    @Override
    public String toString() {
        return detail.isEmpty() ? kind : kind + " " + detail;
    }
}
