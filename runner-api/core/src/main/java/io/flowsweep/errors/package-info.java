/**
 * What can go wrong, told to people.
 *
 * <p>{@link io.flowsweep.errors.FlowSweepException} is the one unchecked root. What a user can mend is an
 * {@link io.flowsweep.errors.InvalidInputException}: a list of {@link io.flowsweep.errors.Problem}s, each saying what is
 * wrong, where, and the cure. {@link io.flowsweep.errors.Suggestions} finds the "did you mean".
 */
package io.flowsweep.errors;
