package io.flowsweep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code flowsweep jshell}: JShell that knows FlowSweep. */
@Command(
        customSynopsis = "flowsweep jshell [-h] [OPTION of jshell…] [SCRIPT…]",
        footer = "%nEverything behind jshell goes to it: -R-Xmx2g, -q, a script that ends with /exit.",
        sortOptions = false)
final class JshellCommand implements Callable<Integer> {

    @Unmatched
    List<String> words = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        return JshellVerb.run(words);
    }
}
