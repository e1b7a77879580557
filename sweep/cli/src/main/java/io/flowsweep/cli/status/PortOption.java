package io.flowsweep.cli.status;

import picocli.CommandLine.Option;

/** Where the page is served. */
public final class PortOption {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8765",
            description =
                    "Where the page is served; when it is in use, the next free one. 0 for any; default: ${DEFAULT-VALUE}.")
    public int port;

    /** What is wrong with it; empty when nothing is. */
    public String problem() {
        return port < 0 || port > 65_535 ? "--port: a port is a number from 0 to 65535, but got " + port : "";
    }
}
