import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Step;
import io.flowsweep.flow.card.Card;
import io.flowsweep.flow.card.Chart;
import io.flowsweep.flow.card.Image;
import io.flowsweep.flow.card.Markdown;
import io.flowsweep.flow.card.Progress;
import io.flowsweep.flow.card.Table;
import io.flowsweep.flow.card.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Trains a classifier of points in the plane, inside or outside a ring, and shows on its card how far it has come. Follow it:
 *
 * <pre>
 * flowsweep flow run examples/flows/LiveCard.java --epochs 20000
 * flowsweep flow card latest/train -o card.html --follow
 * </pre>
 */
@Resources(memory = "256MB")
public class LiveCard extends FlowSpec {

    record Epoch(int epoch, double loss, double accuracy) {}

    private static final int FEATURES = 6;

    @Parameter(help = "how often all points are learnt from")
    int epochs = 400;

    @Parameter(help = "how many points")
    int points = 600;

    @Parameter(help = "how far a step goes against the gradient")
    double rate = 0.5;

    double[] weights;
    Double accuracy;

    @Step(next = "train")
    void start() {
        weights = new double[FEATURES];
    }

    @Step(next = "end")
    void train() {
        double[][] xs = new double[points][2];
        boolean[] inside = new boolean[points];
        sample(xs, inside);

        Card card = current().card();
        card.append(Markdown.of("""
                # A ring in the plane

                Logistic regression on squares and products of the coordinates, %d points, learning rate **%s**.
                """.formatted(points, rate)));
        List<Epoch> kept = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double loss = descend(xs, inside);
            accuracy = accuracy(xs, inside);
            current().report("loss", epoch, loss);
            current().report("accuracy", epoch, accuracy);
            card.replace("progress", Progress.of(epoch, epochs).label("training").unit("epochs"));
            card.replace("accuracy", Value.of("accuracy", 100 * accuracy).unit("%"));
            card.replace("loss", Value.of("loss", loss).note("cross entropy, nats"));
            if (epoch == 1) {
                card.replace("chart", Chart.ofMetrics("loss", "accuracy"));
            }
            if (epoch % Math.max(1, epochs / 5) == 0) {
                kept.add(new Epoch(epoch, loss, accuracy));
                card.replace("table", Table.of(Epoch.class, kept));
            }
        }
        card.append(Markdown.of("## What it takes for inside"), picture(xs));
    }

    @Step
    void end() {
        System.out.printf("accuracy %.3f%n", accuracy);
    }

    private void sample(double[][] xs, boolean[] inside) {
        Random random = new Random(1);
        for (int i = 0; i < points; i++) {
            xs[i][0] = 2 * random.nextDouble() - 1;
            xs[i][1] = 2 * random.nextDouble() - 1;
            double radius = Math.hypot(xs[i][0], xs[i][1]) + 0.05 * random.nextGaussian();
            inside[i] = radius < 0.7;
        }
    }

    /** One step of gradient descent; the mean loss before it. */
    private double descend(double[][] xs, boolean[] inside) {
        double[] gradient = new double[FEATURES];
        double loss = 0;
        for (int i = 0; i < xs.length; i++) {
            double p = probability(xs[i]);
            loss -= Math.log(inside[i] ? p : 1 - p);
            double[] features = features(xs[i]);
            for (int k = 0; k < FEATURES; k++) {
                gradient[k] += (p - (inside[i] ? 1 : 0)) * features[k] / xs.length;
            }
        }
        for (int k = 0; k < FEATURES; k++) {
            weights[k] -= 4 * rate * gradient[k];
        }
        return loss / xs.length;
    }

    private double accuracy(double[][] xs, boolean[] inside) {
        int right = 0;
        for (int i = 0; i < xs.length; i++) {
            right += probability(xs[i]) > 0.5 == inside[i] ? 1 : 0;
        }
        return (double) right / xs.length;
    }

    private double probability(double[] x) {
        double sum = 0;
        double[] features = features(x);
        for (int k = 0; k < FEATURES; k++) {
            sum += weights[k] * features[k];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private static double[] features(double[] x) {
        return new double[] {1, x[0], x[1], x[0] * x[0], x[1] * x[1], x[0] * x[1]};
    }

    /** The points as an SVG, which needs no library. */
    private Image picture(double[][] xs) {
        StringBuilder svg = new StringBuilder(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='-1 -1 2 2' width='320' height='320'>");
        for (double[] x : xs) {
            String color = probability(x) > 0.5 ? "#0072b2" : "#e69f00";
            svg.append("<circle cx='%.3f' cy='%.3f' r='0.02' fill='%s'/>".formatted(x[0], x[1], color));
        }
        return Image.of(svg.append("</svg>").toString().getBytes(StandardCharsets.UTF_8))
                .caption("blue: inside, orange: outside");
    }
}
