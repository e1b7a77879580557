package io.flowsweep.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** The command line in this JVM, with what it printed. */
public record Cli(int exit, String out, String err) {

    public static Cli run(String... args) {
        return run(Main.commandLine(), args);
    }

    /** With one more verb, {@code extra}. */
    static Cli runWith(Callable<Integer> extra, String... args) {
        return run(Main.commandLine().addSubcommand("extra", extra), args);
    }

    private static Cli run(CommandLine command, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = command.setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute(args);
        return new Cli(exit, out.toString(), err.toString());
    }
}
