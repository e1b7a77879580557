package io.flowsweep.errors;

/**
 * One thing a user can mend.
 *
 * @param what the rule and the value that breaks it, as one sentence without a final dot
 * @param where {@code file:line}, or class and method; empty when the place is the command itself
 * @param cure what to do; empty when {@code what} already says it
 */
public record Problem(String what, String where, String cure) {

    public static Problem of(String what, String where, String cure) {
        return new Problem(what, where, cure);
    }

    public static Problem at(String where, String what) {
        return new Problem(what, where, "");
    }

    /** {@code where: what. cure} on one line; parts that are empty are left out. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!where.isEmpty()) {
            text.append(where).append(": ");
        }
        text.append(what);
        if (!cure.isEmpty()) {
            text.append(what.endsWith("?") || what.endsWith("\n") ? " " : ". ").append(cure);
        }
        return text.toString();
    }
}
