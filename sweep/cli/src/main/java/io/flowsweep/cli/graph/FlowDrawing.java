package io.flowsweep.cli.graph;

import io.flowsweep.cli.graph.Drawing.Box;
import io.flowsweep.cli.graph.Drawing.Curve;
import io.flowsweep.cli.graph.Drawing.Label;
import io.flowsweep.cli.graph.Drawing.Point;
import io.flowsweep.cli.graph.Drawing.Shape;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.StepPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The graph of a flow as a picture, from top to bottom: a box a step, with its decorators; a stack of boxes for a step that a
 * foreach repeats; the cases of a switch at its arrows; a step that repeats itself with an arrow back to it.
 */
public final class FlowDrawing {

    private static final double MARGIN = 28;
    private static final double TITLE = 34;
    private static final double LAYER_GAP = 64;
    private static final double SIDE_GAP = 44;
    private static final double NAME_SIZE = 15;
    private static final double NOTE_SIZE = 11;
    private static final double LINE = 16;
    private static final double STACK = 5;
    private static final double LOOP = 46;
    private static final String INK = "#1b1f24";
    private static final String FAINT = "#57606a";
    private static final String EDGE = "#8c959f";

    private final FlowPlan plan;
    private final Layers layers;
    private final double[] tops;
    private final double shift;
    private final double width;
    private final List<Shape> shapes = new ArrayList<>();

    private FlowDrawing(FlowPlan plan) {
        this.plan = plan;
        Map<String, Double> widths = new LinkedHashMap<>();
        Map<String, List<String>> next = new LinkedHashMap<>();
        double[] heights = new double[plan.steps().size() + 1];
        for (StepPlan step : plan.steps()) {
            widths.put(step.name(), width(step) + (repeatsItself(step) ? 2 * loopWidth(step) : 0));
            next.put(
                    step.name(),
                    step.next().stream().filter(n -> !n.equals(step.name())).toList());
        }
        this.layers = new Layers(widths, next, SIDE_GAP);
        plan.steps().forEach(s -> {
            int layer = layers.node(s.name()).layer;
            heights[layer] = Math.max(heights[layer], height(s));
        });
        this.tops = new double[layers.count() + 1];
        tops[0] = MARGIN + TITLE;
        for (int i = 0; i < layers.count(); i++) {
            tops[i + 1] = tops[i] + heights[i] + LAYER_GAP;
        }
        double titleWidth = textWidth(plan.flow(), NAME_SIZE + 2);
        double graphWidth = layers.right() - layers.left() + STACK * 4;
        this.width = Math.max(graphWidth, titleWidth) + 2 * MARGIN;
        this.shift = width / 2 - (layers.left() + layers.right()) / 2;
    }

    /** An SVG document. */
    public static String svg(FlowPlan plan) {
        return SvgDrawing.of(new FlowDrawing(plan).draw());
    }

    /** The bytes of a PNG file. */
    public static byte[] png(FlowPlan plan) {
        return PngDrawing.of(new FlowDrawing(plan).draw());
    }

    private Drawing draw() {
        shapes.add(new Label(width / 2, MARGIN + NAME_SIZE, plan.flow(), NAME_SIZE + 2, true, INK));
        for (StepPlan step : plan.steps()) {
            step.next().forEach(next -> edge(step, next));
        }
        plan.steps().forEach(this::box);
        for (StepPlan step : plan.steps()) {
            step.next().forEach(next -> edgeLabel(step, next));
        }
        return new Drawing(width, tops[layers.count()] - LAYER_GAP + MARGIN, shapes);
    }

    private void box(StepPlan step) {
        double boxWidth = width(step);
        double height = height(step);
        double left = x(step.name()) - boxWidth / 2;
        double top = top(step.name());
        String[] colors = colors(step);
        boolean end = step.name().equals("start") || step.name().equals("end");
        for (int i = repeated(step) ? 2 : 0; i >= 0; i--) {
            double radius = end ? height / 2 : 8;
            shapes.add(new Box(left + i * STACK, top - i * STACK, boxWidth, height, radius, colors[0], colors[1]));
        }
        List<String> notes = notes(step);
        double y = top + (height - LINE * notes.size()) / 2 + NAME_SIZE / 3;
        shapes.add(new Label(x(step.name()), y, step.name(), NAME_SIZE, true, INK));
        for (String note : notes) {
            y += LINE;
            shapes.add(new Label(x(step.name()), y, note, NOTE_SIZE, false, FAINT));
        }
    }

    private void edge(StepPlan from, String to) {
        List<Point> points = new ArrayList<>();
        if (to.equals(from.name())) {
            double right = x(to) + width(from) / 2;
            double middle = top(to) + height(from) / 2;
            double reach = Math.min(height(from) / 3, 14);
            points.add(new Point(right, middle - reach));
            points.add(new Point(right + LOOP, middle - reach - 14));
            points.add(new Point(right + LOOP, middle + reach + 14));
            points.add(new Point(right + 1, middle + reach));
        } else {
            Point last = new Point(x(from.name()), top(from.name()) + height(from));
            points.add(last);
            List<Layers.Node> way = layers.way(from.name(), to);
            for (int i = 1; i < way.size(); i++) {
                Layers.Node node = way.get(i);
                double y = tops[node.layer] - (repeated(to) && i == way.size() - 1 ? 2 * STACK + 1 : 1);
                last = bend(points, last, new Point(node.x + shift, y));
                if (node.name.isEmpty()) {
                    Point below = new Point(last.x(), tops[node.layer + 1] - LAYER_GAP);
                    points.addAll(List.of(last, below, below));
                    last = below;
                }
            }
        }
        shapes.add(new Curve(points, EDGE));
    }

    /** Adds a piece that leaves and arrives vertically. */
    private static Point bend(List<Point> points, Point from, Point to) {
        double half = (to.y() - from.y()) / 2;
        points.add(new Point(from.x(), from.y() + half));
        points.add(new Point(to.x(), to.y() - half));
        points.add(to);
        return to;
    }

    /** What leads along an edge: the cases of a switch, or the list of a foreach; on white, so that it is read on the line. */
    private void edgeLabel(StepPlan from, String to) {
        String text = label(from, to);
        if (text.isEmpty()) {
            return;
        }
        boolean loop = to.equals(from.name());
        Layers.Node next = loop ? null : layers.way(from.name(), to).get(1);
        double x = loop ? x(to) + width(from) / 2 + LOOP : (x(from.name()) + 2 * (next.x + shift)) / 3;
        double bottom = top(from.name()) + height(from);
        double y = loop ? top(to) + height(from) / 2 + 4 : bottom + LAYER_GAP * 0.58;
        double textWidth = textWidth(text, NOTE_SIZE);
        shapes.add(new Box(x - textWidth / 2 - 3, y - NOTE_SIZE, textWidth + 6, LINE - 1, 3, "#ffffff", "#ffffff"));
        shapes.add(new Label(x, y, text, NOTE_SIZE, false, INK));
    }

    private static String label(StepPlan from, String to) {
        if (from.choice().isPresent()) {
            return String.join(
                    ", ",
                    from.choice().get().cases().entrySet().stream()
                            .filter(c -> c.getValue().equals(to))
                            .map(Map.Entry::getKey)
                            .toList());
        }
        return from.foreach().map("each of "::concat).orElse("");
    }

    private static List<String> notes(StepPlan step) {
        List<String> notes = new ArrayList<>();
        step.choice().ifPresent(choice -> notes.add("switch on " + choice.condition()));
        step.fork().ifPresent(fork -> notes.add("join of " + fork));
        notes.addAll(Decorators.of(step.rules()));
        return notes;
    }

    /** Fill and outline: by what the step does with the graph. */
    private static String[] colors(StepPlan step) {
        if (step.join()) {
            return new String[] {"#e3f4ed", "#009e73"};
        }
        if (step.choice().isPresent()) {
            return new String[] {"#fdf3dc", "#e69f00"};
        }
        if (step.foreach().isPresent() || step.splits()) {
            return new String[] {"#e1eff8", "#0072b2"};
        }
        return new String[] {"#f6f8fa", "#57606a"};
    }

    private boolean repeated(StepPlan step) {
        return repeated(step.name());
    }

    /** Whether it stands between a foreach and its join. */
    private boolean repeated(String step) {
        return depth(plan.step(step)) > 0;
    }

    private int depth(StepPlan step) {
        if (step.fork().isPresent()) {
            return depth(plan.step(step.fork().get()));
        }
        return step.previous().stream()
                .filter(p -> !p.equals(step.name()))
                .findFirst()
                .map(plan::step)
                .map(p -> depth(p) + (p.foreach().isPresent() ? 1 : 0))
                .orElse(0);
    }

    private static boolean repeatsItself(StepPlan step) {
        return step.next().contains(step.name());
    }

    /** What the arrow of a step to itself takes at its side, with its label. */
    private static double loopWidth(StepPlan step) {
        return LOOP + textWidth(label(step, step.name()), NOTE_SIZE) / 2;
    }

    private double x(String step) {
        return layers.node(step).x + shift;
    }

    private double top(String step) {
        return tops[layers.node(step).layer];
    }

    private static double height(StepPlan step) {
        return 34 + LINE * notes(step).size();
    }

    private static double width(StepPlan step) {
        double text = textWidth(step.name(), NAME_SIZE);
        for (String note : notes(step)) {
            text = Math.max(text, textWidth(note, NOTE_SIZE));
        }
        return Math.max(84, text + 32);
    }

    /** A little more than most sans-serif fonts take. */
    private static double textWidth(String text, double size) {
        return text.length() * size * 0.6;
    }
}
