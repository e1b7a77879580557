package io.flowsweep.flow.card;

/**
 * A page of a task, kept with its run and readable while the task runs. Its parts stand one below the other, in the order in
 * which they were added.
 *
 * <p><b>Writing.</b> Changes are written a few times a second at the most, however often a part is replaced, and those that
 * are left when the step ends or throws; a step whose JVM is killed leaves what was written last, which is at most a moment
 * old. Parts of more than 4,096 characters are kept as blobs. An attempt begins with empty cards. Whatever happens after the
 * task has ended is ignored.
 *
 * <p><b>Thread safety:</b> all methods may be called from any thread.
 */
public interface Card {

    /** The id of a card that was asked for without one. */
    String DEFAULT = "default";

    /** What it was asked for by; unique in its task. */
    String id();

    /** Adds parts below all others. */
    Card append(CardPart... parts);

    /**
     * Puts a part in the place of that name: instead of the part that stands there, or below all others when there is none.
     *
     * @param name of ASCII letters, digits, {@code _} and {@code -}
     * @throws IllegalArgumentException when the name is anything else
     */
    Card replace(String name, CardPart part);

    /** Removes all parts. */
    Card clear();
}
