import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Trains a small neural network to read handwritten digits, and tests it on a quarter of them that it never saw. */
public class Digits extends FlowSpec {

    private static final double TEST_SHARE = 0.25;

    record Settings(String data, double learningRate, int hidden, int batch, int epochs, long seed) {
        Settings {
            if (hidden < 1 || batch < 1 || epochs < 1) {
                throw new IllegalArgumentException("hidden, batch and epochs must be at least 1, but got hidden="
                        + hidden + ", batch=" + batch + ", epochs=" + epochs);
            }
        }
    }

    @FlowConfig(defaultFile = "digits.conf")
    Settings config;

    double[][] trainImages;
    int[] trainLabels;
    double[][] testImages;
    int[] testLabels;
    double[][] hiddenWeights;
    double[][] outputWeights;

    /** The share of test images read correctly, after each epoch and at the end. */
    double[] learningCurve;

    Double testAccuracy;

    @Step(next = "train")
    void start() throws IOException {
        Path file = current().sourceDirectory().orElse(Path.of("")).resolve(config.data());
        List<int[]> rows = readCsv(file);
        Collections.shuffle(rows, new Random(config.seed()));
        int tests = (int) (rows.size() * TEST_SHARE);
        testImages = images(rows.subList(0, tests));
        testLabels = labels(rows.subList(0, tests));
        trainImages = images(rows.subList(tests, rows.size()));
        trainLabels = labels(rows.subList(tests, rows.size()));
    }

    @Step(next = "end")
    void train() {
        Random random = new Random(config.seed());
        Network network = Network.random(trainImages[0].length, config.hidden(), 10, random);
        Descent descent = new Descent(network, config.learningRate());
        learningCurve = new double[config.epochs()];
        for (int epoch = 1; epoch <= config.epochs(); epoch++) {
            for (List<Integer> batch : batches(random)) {
                for (int image : batch) {
                    descent.learn(trainImages[image], trainLabels[image]);
                }
                descent.step();
            }
            double accuracy = network.accuracy(testImages, testLabels);
            learningCurve[epoch - 1] = accuracy;
            current().report("accuracy", epoch, accuracy);
        }
        hiddenWeights = network.hidden();
        outputWeights = network.output();
    }

    @Step
    void end() {
        testAccuracy = new Network(hiddenWeights, outputWeights).accuracy(testImages, testLabels);
        System.out.printf("%.1f %% of %d test images read correctly%n", 100 * testAccuracy, testImages.length);
    }

    /** The training images in a new random order, cut into batches; the last may be smaller. */
    private List<List<Integer>> batches(Random random) {
        List<Integer> order = new ArrayList<>();
        for (int image = 0; image < trainImages.length; image++) {
            order.add(image);
        }
        Collections.shuffle(order, random);
        List<List<Integer>> batches = new ArrayList<>();
        for (int from = 0; from < order.size(); from += config.batch()) {
            batches.add(order.subList(from, Math.min(from + config.batch(), order.size())));
        }
        return batches;
    }

    private static List<int[]> readCsv(Path file) throws IOException {
        List<int[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            rows.add(Arrays.stream(line.split(",")).mapToInt(Integer::parseInt).toArray());
        }
        return rows;
    }

    /** The pixels, scaled from 0…16 to 0…1. */
    private static double[][] images(List<int[]> rows) {
        return rows.stream()
                .map(row -> Arrays.stream(row, 0, row.length - 1)
                        .mapToDouble(pixel -> pixel / 16.0)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static int[] labels(List<int[]> rows) {
        return rows.stream().mapToInt(row -> row[row.length - 1]).toArray();
    }
}

/**
 * A network of one hidden layer: ReLU units, then softmax. Weights are indexed [input][unit]; the last row of each layer
 * is the bias.
 */
record Network(double[][] hidden, double[][] output) {

    /** Weights drawn as He, Zhang, Ren and Sun (2015) propose for ReLU: variance 2 / inputs; biases zero. */
    static Network random(int inputs, int units, int classes, Random random) {
        return new Network(randomLayer(inputs, units, random), randomLayer(units, classes, random));
    }

    private static double[][] randomLayer(int inputs, int units, Random random) {
        double[][] weights = new double[inputs + 1][units];
        for (int input = 0; input < inputs; input++) {
            Arrays.setAll(weights[input], unit -> random.nextGaussian() * Math.sqrt(2.0 / inputs));
        }
        return weights;
    }

    double[] hiddenOutput(double[] image) {
        double[] sums = sums(hidden, image);
        Arrays.setAll(sums, unit -> Math.max(0, sums[unit]));
        return sums;
    }

    /** The probability of each class, given what the hidden layer puts out. */
    double[] probabilities(double[] hiddenOutput) {
        double[] sums = sums(output, hiddenOutput);
        double largest = Arrays.stream(sums).max().orElseThrow();
        Arrays.setAll(sums, unit -> Math.exp(sums[unit] - largest));
        double total = Arrays.stream(sums).sum();
        Arrays.setAll(sums, unit -> sums[unit] / total);
        return sums;
    }

    double accuracy(double[][] images, int[] labels) {
        int correct = 0;
        for (int i = 0; i < images.length; i++) {
            if (mostLikely(probabilities(hiddenOutput(images[i]))) == labels[i]) {
                correct++;
            }
        }
        return (double) correct / images.length;
    }

    private static int mostLikely(double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best;
    }

    private static double[] sums(double[][] weights, double[] inputs) {
        double[] sums = weights[inputs.length].clone();
        for (int input = 0; input < inputs.length; input++) {
            double value = inputs[input];
            double[] row = weights[input];
            for (int unit = 0; unit < sums.length; unit++) {
                sums[unit] += value * row[unit];
            }
        }
        return sums;
    }
}

/** Stochastic gradient descent with momentum (Polyak, 1964) on the cross-entropy: learn a batch of images, then step. */
final class Descent {

    private static final double MOMENTUM = 0.9;

    private final Network network;
    private final double learningRate;
    private final double[][] hiddenGradient;
    private final double[][] outputGradient;
    private final double[][] hiddenVelocity;
    private final double[][] outputVelocity;
    private int images;

    Descent(Network network, double learningRate) {
        this.network = network;
        this.learningRate = learningRate;
        hiddenGradient = zeros(network.hidden());
        outputGradient = zeros(network.output());
        hiddenVelocity = zeros(network.hidden());
        outputVelocity = zeros(network.output());
    }

    void learn(double[] image, int label) {
        double[] hidden = network.hiddenOutput(image);
        double[] outputError = network.probabilities(hidden);
        outputError[label] -= 1;
        double[] hiddenError = new double[hidden.length];
        Arrays.setAll(hiddenError, unit -> hidden[unit] > 0 ? dot(network.output()[unit], outputError) : 0);
        add(outputGradient, hidden, outputError);
        add(hiddenGradient, image, hiddenError);
        images++;
    }

    /** Moves the weights against the mean gradient of the images learnt since the last step. */
    void step() {
        step(network.hidden(), hiddenVelocity, hiddenGradient);
        step(network.output(), outputVelocity, outputGradient);
        images = 0;
    }

    private void step(double[][] weights, double[][] velocity, double[][] gradient) {
        double rate = learningRate / images;
        for (int input = 0; input < weights.length; input++) {
            for (int unit = 0; unit < weights[input].length; unit++) {
                velocity[input][unit] = MOMENTUM * velocity[input][unit] - rate * gradient[input][unit];
                weights[input][unit] += velocity[input][unit];
                gradient[input][unit] = 0;
            }
        }
    }

    /** Adds inputs × error to the gradient; the bias's input is always 1. */
    private static void add(double[][] gradient, double[] inputs, double[] error) {
        for (int input = 0; input <= inputs.length; input++) {
            double value = input < inputs.length ? inputs[input] : 1;
            double[] row = gradient[input];
            for (int unit = 0; unit < error.length; unit++) {
                row[unit] += value * error[unit];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[][] zeros(double[][] shape) {
        return Arrays.stream(shape).map(row -> new double[row.length]).toArray(double[][]::new);
    }
}
