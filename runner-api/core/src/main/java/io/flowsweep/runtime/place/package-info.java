/**
 * Where tasks are carried out. {@link io.flowsweep.runtime.place.Places} gives out a
 * {@link io.flowsweep.runtime.place.TaskPlace} for each task: a thread of this JVM, or a process that the host starts, whose main class
 * is {@link io.flowsweep.runtime.place.TaskHostMain}. An {@code Attempt} is what both have in common: it keeps the timeout, and of
 * several ends the first.
 */
package io.flowsweep.runtime.place;
