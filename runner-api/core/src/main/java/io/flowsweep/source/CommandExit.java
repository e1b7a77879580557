package io.flowsweep.source;

import io.flowsweep.events.Failure;
import java.util.Optional;

/**
 * How the process of a command ended.
 *
 * @param code its exit code; 128 + n when signal n ended it
 * @param failure what that means, or why it was ended: a timeout, want of memory, a request; empty when the code is 0
 * @param forced whether it was ended from outside, by us or by somebody else
 */
public record CommandExit(int code, Optional<Failure> failure, boolean forced) {}
