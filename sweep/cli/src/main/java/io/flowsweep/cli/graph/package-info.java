/**
 * Draws the graph of a flow: {@link io.flowsweep.cli.graph.FlowGraphText} as text; {@link io.flowsweep.cli.graph.FlowDrawing}
 * lays it out in layers and makes a {@link io.flowsweep.cli.graph.Drawing}, which is written as SVG or PNG.
 */
package io.flowsweep.cli.graph;
