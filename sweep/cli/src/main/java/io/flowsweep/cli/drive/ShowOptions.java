package io.flowsweep.cli.drive;

import io.flowsweep.cli.status.PortOption;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that show a sweep elsewhere than in the terminal while it runs. */
final class ShowOptions {

    @Option(names = "--ui", description = "Serve a page that shows and steers the sweep, to browsers of this machine.")
    boolean page;

    @Mixin
    PortOption port;

    @Option(names = "--window", description = "Show the charts in a window.")
    boolean window;
}
