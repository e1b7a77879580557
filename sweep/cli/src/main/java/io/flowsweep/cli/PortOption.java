package io.flowsweep.cli;

import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.sweep.live.LivePage;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Where the page is served. */
final class PortOption {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8765",
            description =
                    "Where the page is served; when it is in use, the next free one. 0 for any; default: ${DEFAULT-VALUE}.")
    int port;

    /** What is wrong with it; empty when nothing is. */
    String problem() {
        return port < 0 || port > 65_535 ? "--port: a port is a number from 0 to 65535, but got " + port : "";
    }

    /** Serves the page of a sweep, and says where. */
    LivePage open(RecordedSweep sweep, Consumer<String> say) {
        LivePage page = LivePage.open(sweep, port);
        if (port != 0 && page.port() != port) {
            say.accept("port " + port + " is in use, so the page is at " + page.port());
        }
        say.accept("page     " + page.url());
        return page;
    }
}
