package io.flowsweep.cli.endtoend;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.flowsweep.testing.Conditions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page of which is noted what it asks for and what goes wrong in it. */
final class WatchedPage implements AutoCloseable {

    /** For a machine that does ten other things. */
    static final double LIMIT_MILLIS = 400_000;

    private static final double PAUSE_MILLIS = 50;

    private final BrowserContext context;
    private final Page page;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();

    WatchedPage(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(LIMIT_MILLIS);
        page = context.newPage();
        context.onRequest(request -> requests.add(request.url()));
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                errors.add(message.text() + " " + message.location());
            }
        });
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** What was asked of anybody but this machine. */
    List<String> requestsElsewhere() {
        return requests.stream()
                .filter(url -> !url.startsWith("data:")
                        && !"127.0.0.1".equals(URI.create(url).getHost()))
                .toList();
    }

    /** What the console and scripts complained about. */
    List<String> errors() {
        return errors;
    }

    /** Waits until a script says so; it may use {@code points(n)}, how many points of lines the n-th chart shows, gaps not counted. */
    void await(String script) {
        String asked = """
                async () => {
                  const { getInstanceByDom } = await import('/echarts/dist/echarts.esm.min.js');
                  const points = n => {
                    const plot = document.querySelector(`[data-chart="${n}"] .plot`);
                    const chart = plot && getInstanceByDom(plot);
                    return (chart?.getOption()?.series ?? [])
                      .filter(series => series.type === 'line' || series.type === 'scatter')
                      .reduce((sum, series) => sum + series.data.filter(point => Number.isFinite(point[1])).length, 0);
                  };
                  return %s;
                }""".formatted(script);
        // waitForFunction takes any promise for true; in the pauses, what the page asks for is answered
        Conditions.await(script, () -> {
            page.waitForTimeout(PAUSE_MILLIS);
            return Boolean.TRUE.equals(page.evaluate(asked));
        });
    }

    /** Waits until an element has a text. */
    void awaitText(String selector, String text) {
        page.locator(selector)
                .filter(new Locator.FilterOptions().setHasText(text))
                .first()
                .waitFor();
    }

    /**
     * Draws a rectangle into a chart, its ends in shares of the plot from the upper left. Begins anew when the plot has moved
     * before it was touched, as it does when there is more to say above it.
     */
    void drag(int chart, double left, double top, double right, double bottom) {
        ElementHandle plot = page.waitForSelector("[data-chart='" + chart + "'] .plot");
        plot.scrollIntoViewIfNeeded();
        BoundingBox box = plot.boundingBox();
        press(box, left, top);
        for (BoundingBox now = plot.boundingBox(); now.y != box.y; now = plot.boundingBox()) {
            page.mouse().up();
            box = now;
            press(box, left, top);
        }
        page.mouse().move(box.x + (left + right) / 2 * box.width, box.y + (top + bottom) / 2 * box.height);
        page.mouse().move(box.x + right * box.width, box.y + bottom * box.height);
        page.mouse().up();
    }

    private void press(BoundingBox box, double left, double top) {
        page.mouse().move(box.x + left * box.width, box.y + top * box.height);
        page.mouse().down();
    }

    @Override
    public void close() {
        context.close();
    }
}
