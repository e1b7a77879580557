package io.flowsweep.flow;

/**
 * Where a task stands in one {@code foreach}.
 *
 * @param step the step that split
 * @param index from 0
 * @param size the number of elements
 * @param value the element
 */
public record ForeachFrame(String step, int index, int size, Object value) {}
