package io.flowsweep.cli;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.cli.output.Output;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** The {@code flowsweep} command. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** The exit code. */
    static int run(String... args) {
        Optional<String> help = GroupHelp.asked(Verbs.FLOWSWEEP, args);
        if (help.isPresent()) {
            PrintWriter out = Output.writer(System.out);
            out.print(help.get());
            out.flush();
            return ExitCodes.SUCCESS;
        }
        return GroupCommand.commandLine(Verbs.FLOWSWEEP, List.of(args)::contains)
                .execute(args);
    }

    /** The command with every verb, for tests too. */
    static CommandLine commandLine() {
        return GroupCommand.commandLine(Verbs.FLOWSWEEP, verb -> true);
    }
}
