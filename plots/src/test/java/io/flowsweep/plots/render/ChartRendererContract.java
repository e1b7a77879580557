package io.flowsweep.plots.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.plots.model.ChartModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link ChartRenderer} promises; each has a subclass that adds how to look into its format. */
abstract class ChartRendererContract {

    /** With few dots, as compressing them takes most of the time. */
    static final Size SIZE = Size.DEFAULT.withDpi(96);

    abstract ChartRenderer renderer();

    /** Fails unless these bytes are a chart of that size. */
    abstract void assertIsChart(byte[] file, Size size) throws Exception;

    static List<Models.Sample> samples() {
        return Models.samples();
    }

    @Test
    void isFoundByTheNameOfItsFormat() {
        assertThat(Renderers.named(renderer().format())).hasSameClassAs(renderer());
        assertThat(renderer().format()).isLowerCase().isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void drawsAnyModelInAnySizeAndAlwaysTheSame(Models.Sample sample) throws Exception {
        for (Size size : List.of(SIZE, new Size(200, 150, 96), new Size(1600, 400, 96))) {
            assertIsChart(render(sample.model(), size), size);
        }
        assertThat(render(sample.model(), SIZE)).isEqualTo(render(sample.model(), SIZE));
    }

    @Test
    void servesSeveralThreads() throws Exception {
        byte[] alone = render(Models.matmul(), Size.DEFAULT);
        Callable<byte[]> task = () -> render(Models.matmul(), Size.DEFAULT);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<byte[]> file : threads.invokeAll(List.of(task, task, task, task))) {
                assertThat(file.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void leavesTheStreamOpen() throws IOException {
        boolean[] closed = {false};
        OutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        renderer().render(Models.matmul(), Size.DEFAULT, out);

        assertThat(closed).containsExactly(false);
    }

    byte[] render(ChartModel model, Size size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer().render(model, size, out);
        return out.toByteArray();
    }
}
