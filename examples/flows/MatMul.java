import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How often a second this machine squares a dense matrix, for a number of processors and a size of the matrix. Where the config names
 * an event, that is published at the end.
 */
public class MatMul extends FlowSpec {

    private static final double WARM_UP_SECONDS = 0.5;
    private static final double REPORT_EVERY_SECONDS = 0.1;
    private static final double TOLERANCE = 1e-4;

    record Settings(int cpu, int dim, Optional<String> event) {
        Settings {
            if (cpu < 1 || dim < 1) {
                throw new IllegalArgumentException(
                        "cpu >= 1 and dim >= 1 must hold, but got cpu=" + cpu + ", dim=" + dim);
            }
        }
    }

    @FlowConfig(defaultFile = "matmul.conf")
    Settings config;

    @Parameter(help = "how long to measure, in seconds")
    double seconds = 2;

    Double squaringsPerSecond;
    Double gigaflops;
    Double largestError;

    @Step(next = "end")
    @Resources(cpu = "${config.cpu}")
    void start() throws InterruptedException {
        Squarer squarer = new Squarer(config.cpu(), config.dim());
        try {
            squarer.fill();
            squarer.squareFor(WARM_UP_SECONDS);
            squaringsPerSecond = measure(squarer);
            largestError = squarer.largestError();
        } finally {
            squarer.stop();
        }
        if (!(largestError < TOLERANCE)) {
            throw new IllegalStateException("the square is wrong: its relative error is " + largestError);
        }
    }

    @Step
    void end() {
        double operations = 2.0 * config.dim() * config.dim() * config.dim();
        gigaflops = squaringsPerSecond * operations / 1e9;
        System.out.printf(
                "cpu %d, dim %d: %.1f squarings/s, %.1f GFLOP/s%n",
                config.cpu(), config.dim(), squaringsPerSecond, gigaflops);
        config.event().ifPresent(event -> current().publish(event, Map.of("gigaflops", gigaflops)));
    }

    private double measure(Squarer squarer) throws InterruptedException {
        long squarings = 0;
        double elapsed = 0;
        do {
            Squarer.Timed slice = squarer.squareFor(Math.min(REPORT_EVERY_SECONDS, seconds));
            squarings += slice.squarings();
            elapsed += slice.seconds();
            current().report("perf", elapsed, slice.squarings() / slice.seconds());
        } while (elapsed < seconds);
        return squarings / elapsed;
    }
}

/**
 * Squares one random matrix again and again, on a fixed number of threads that share its rows evenly. Sides are padded
 * with zeros to a multiple of four, so that four rows at a time come out even.
 */
final class Squarer {

    record Timed(long squarings, double seconds) {}

    /** Rows of the matrix that stay in the cache while every row of the square makes use of them. */
    private static final int PANEL = 64;

    private final int cpu;
    private final int dim;
    private final int padded;
    private final float[][] matrix;
    private final float[][] square;
    private final ExecutorService threads;

    Squarer(int cpu, int dim) {
        this.cpu = cpu;
        this.dim = dim;
        padded = (dim + 3) / 4 * 4;
        matrix = new float[padded][];
        square = new float[padded][];
        threads = Executors.newFixedThreadPool(cpu);
    }

    /** Draws the matrix from 0…1, the same for every number of threads. */
    void fill() throws InterruptedException {
        onAllThreads(this::fillRows);
    }

    /** Squares at least once, until the time is over. */
    Timed squareFor(double seconds) throws InterruptedException {
        long start = System.nanoTime();
        long squarings = 0;
        double elapsed;
        do {
            onAllThreads(this::squareRows);
            squarings++;
            elapsed = (System.nanoTime() - start) / 1e9;
        } while (elapsed < seconds);
        return new Timed(squarings, elapsed);
    }

    /** Freivalds' check (1977): C is the square of A when C x = A (A x) for a random x. */
    double largestError() {
        double[] x = new Random(dim).doubles(dim).toArray();
        double[] expected = times(matrix, times(matrix, x));
        double[] actual = times(square, x);
        double largest = 0;
        for (int i = 0; i < dim; i++) {
            largest = Math.max(largest, Math.abs(actual[i] - expected[i]) / expected[i]);
        }
        return largest;
    }

    /** Ends the threads and waits until they have ended. */
    void stop() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(1, TimeUnit.MINUTES);
    }

    private void fillRows(int from, int to) {
        for (int i = from; i < to; i++) {
            Random random = new Random(i);
            matrix[i] = new float[padded];
            square[i] = new float[padded];
            for (int j = 0; i < dim && j < dim; j++) {
                matrix[i][j] = random.nextFloat();
            }
        }
    }

    private void squareRows(int from, int to) {
        for (int i = from; i < to; i++) {
            Arrays.fill(square[i], 0);
        }
        for (int panel = 0; panel < padded; panel += PANEL) {
            int panelEnd = Math.min(panel + PANEL, padded);
            for (int i = from; i < to; i++) {
                for (int k = panel; k < panelEnd; k += 4) {
                    addFourRows(i, k);
                }
            }
        }
    }

    /**
     * Adds to row i of the square what rows k to k + 3 of the matrix contribute. The JIT makes vector instructions of
     * this loop because it writes to one row only: of two it would have to assume that they are the same.
     */
    private void addFourRows(int i, int k) {
        float[] a = matrix[i];
        float a0 = a[k], a1 = a[k + 1], a2 = a[k + 2], a3 = a[k + 3];
        float[] row0 = matrix[k], row1 = matrix[k + 1], row2 = matrix[k + 2], row3 = matrix[k + 3];
        float[] sum = square[i];
        for (int j = 0; j < sum.length; j++) {
            sum[j] += a0 * row0[j] + a1 * row1[j] + a2 * row2[j] + a3 * row3[j];
        }
    }

    private static double[] times(float[][] matrix, double[] x) {
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                product[i] += matrix[i][j] * x[j];
            }
        }
        return product;
    }

    /** Something to do to the rows from (inclusive) to (exclusive). */
    private interface RowWork {
        void on(int from, int to);
    }

    private void onAllThreads(RowWork work) throws InterruptedException {
        List<Callable<Void>> shares = new ArrayList<>();
        for (int thread = 0; thread < cpu; thread++) {
            int from = (int) ((long) padded * thread / cpu);
            int to = (int) ((long) padded * (thread + 1) / cpu);
            shares.add(() -> {
                work.on(from, to);
                return null;
            });
        }
        for (Future<Void> share : threads.invokeAll(shares)) {
            try {
                share.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a thread failed: " + e.getCause(), e.getCause());
            }
        }
    }
}
