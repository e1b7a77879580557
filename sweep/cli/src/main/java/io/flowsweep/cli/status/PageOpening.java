package io.flowsweep.cli.status;

import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.live.LivePage;
import java.util.function.Consumer;

/** Serves the page of a sweep, and says where. */
public final class PageOpening {

    private PageOpening() {}

    /** @param port the one that is asked for */
    public static LivePage open(RecordedSweep sweep, int port, Consumer<String> say) {
        LivePage page = LivePage.open(sweep, port);
        if (port != 0 && page.port() != port) {
            say.accept("port " + port + " is in use, so the page is at " + page.port());
        }
        say.accept("page     " + page.url());
        return page;
    }
}
