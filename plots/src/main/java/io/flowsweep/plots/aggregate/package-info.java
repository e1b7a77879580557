/**
 * Turns the rows of a table into chart models. {@link io.flowsweep.plots.aggregate.Aggregation} is the face; each kind of
 * chart is a {@code Kind} that gathers rows one by one and builds panels of marks from what it has gathered. The numbers
 * come from {@code statistics}.
 */
package io.flowsweep.plots.aggregate;
