import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Fits a line to noisy points with one learning rate per task, side by side, and keeps the best. */
@Resources(memory = "256MB")
public class ForeachTraining extends FlowSpec {

    record Fit(double rate, double slope, double error) {}

    @Parameter(help = "how many steps each training takes")
    int epochs = 200;

    List<Double> rates;
    double[] x;
    double[] y;
    Fit fit;
    Fit best;

    @Step(next = "train", foreach = "rates")
    void start() {
        rates = List.of(0.001, 0.01, 0.1, 0.5);
        Random random = new Random(1);
        x = random.doubles(200).toArray();
        y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = 3 * x[i] + 0.1 * random.nextGaussian();
        }
    }

    /** Runs once for each rate. */
    @Step(next = "choose")
    void train() {
        double rate = input();
        double slope = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            slope -= rate * gradient(slope);
            current().report("error", epoch, error(slope));
        }
        fit = new Fit(rate, slope, error(slope));
    }

    @Step(next = "end")
    void choose(Inputs<ForeachTraining> inputs) {
        best = inputs.stream()
                .map(input -> input.fit)
                .min(Comparator.comparing(Fit::error))
                .orElseThrow();
    }

    @Step
    void end() {
        System.out.println("best: " + best);
    }

    private double gradient(double slope) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += 2 * (slope * x[i] - y[i]) * x[i];
        }
        return sum / x.length;
    }

    private double error(double slope) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.pow(slope * x[i] - y[i], 2);
        }
        return sum / x.length;
    }
}
