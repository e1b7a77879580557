/**
 * Reads what varies: {@link io.flowsweep.sweep.file.axis.SpaceReader} the nodes of a space, {@code GridReader},
 * {@code RowsReader} and {@code BindingsReader} their kinds, {@code Domains} what an axis has. Holds each value against the base.
 */
package io.flowsweep.sweep.file.axis;
