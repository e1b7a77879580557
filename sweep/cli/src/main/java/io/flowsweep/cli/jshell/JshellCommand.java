package io.flowsweep.cli.jshell;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.codec.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code flowsweep jshell}: JShell that knows FlowSweep. */
@Command(
        customSynopsis = "flowsweep jshell [-h] [--json] [OPTION of jshell…] [SCRIPT…]",
        footer =
                "%nEverything else behind jshell goes to it: -R-Xmx2g, --feedback verbose, a script that ends with /exit.",
        sortOptions = false)
final class JshellCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(
            names = "--json",
            description = "Print the class path and the startup script for other tools; start nothing.")
    boolean json;

    @Unmatched
    List<String> words = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        if (json) {
            spec.commandLine().getOut().print(Json.write(JshellVerb.facts()) + "\n");
            spec.commandLine().getOut().flush();
            return ExitCodes.SUCCESS;
        }
        return JshellVerb.run(words);
    }
}
