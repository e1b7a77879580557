package io.flowsweep.plots.render;

import java.awt.Graphics2D;

/** Draws one mark. */
interface Painter {

    void paint(Graphics2D graphics, Coordinates at);
}
