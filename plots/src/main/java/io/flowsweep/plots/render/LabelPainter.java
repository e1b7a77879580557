package io.flowsweep.plots.render;

import io.flowsweep.plots.internal.Texts;
import io.flowsweep.plots.model.Mark.Label;
import io.flowsweep.plots.model.Mark.Labels;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Writes texts beside places, on a light ground; those that would cover another or leave the panel are left out. */
record LabelPainter(Labels labels) implements Painter {

    private static final int LONGEST = 18;
    private static final double AWAY = 7;
    private static final Color GROUND = new Color(255, 255, 255, 200);

    @Override
    public void paint(Graphics2D graphics, Coordinates at) {
        graphics.setFont(Look.CAPTION);
        FontMetrics metrics = graphics.getFontMetrics();
        List<Rectangle2D> taken = new ArrayList<>();
        for (Label label : labels.labels()) {
            String text = Texts.cutMiddle(Texts.clean(label.text()), LONGEST);
            Rectangle2D place = place(label, metrics.stringWidth(text), metrics.getHeight(), at);
            if (at.area().contains(place) && taken.stream().noneMatch(place::intersects)) {
                taken.add(place);
                graphics.setPaint(GROUND);
                graphics.fill(place);
                graphics.setPaint(Palette.paint(labels.tone()));
                graphics.drawString(text, (float) place.getX(), (float) (place.getY() + metrics.getAscent()));
            }
        }
    }

    private static Rectangle2D place(Label label, double width, double height, Coordinates at) {
        double x = at.x(label.x());
        double y = at.y(label.y());
        return switch (label.side()) {
            case ABOVE -> new Rectangle2D.Double(x - width / 2, y - AWAY - height, width, height);
            case BELOW -> new Rectangle2D.Double(x - width / 2, y + AWAY, width, height);
            case LEFT -> new Rectangle2D.Double(x - AWAY - width, y - height / 2, width, height);
            case RIGHT -> new Rectangle2D.Double(x + AWAY, y - height / 2, width, height);
        };
    }
}
