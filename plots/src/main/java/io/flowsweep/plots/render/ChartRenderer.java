package io.flowsweep.plots.render;

import io.flowsweep.plots.model.ChartModel;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes chart models in one format.
 *
 * <p><b>Numbers.</b> A renderer draws what the model holds and computes no mean, interval or count of its own. Title, axis
 * labels with their units, series label, caption and message are all shown.
 *
 * <p><b>Determinism.</b> The same model and size give the same bytes on one machine.
 *
 * <p><b>Any model</b> renders: without points, with one, with points that have no mean.
 *
 * <p><b>Thread safety.</b> One instance serves any number of threads.
 *
 * <p>An implementation has a public constructor without arguments, is listed for {@link java.util.ServiceLoader}, and is
 * cheap to create: it loads its libraries when it renders. It passes the contract suite {@code ChartRendererContract}.
 */
public interface ChartRenderer {

    /** The name and file extension of the format, in lower case and unique: {@code png}. */
    String format();

    /** Writes one chart; flushes {@code out} and leaves it open. */
    void render(ChartModel model, Size size, OutputStream out) throws IOException;
}
