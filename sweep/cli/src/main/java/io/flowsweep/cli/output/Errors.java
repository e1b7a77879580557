package io.flowsweep.cli.output;

import io.flowsweep.errors.FlowSweepException;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Problem;
import io.flowsweep.errors.Suggestions;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into {@code error:} lines on stderr and an exit code. */
public final class Errors implements IExecutionExceptionHandler, IParameterExceptionHandler {

    public static final String STACKTRACE = "--stacktrace";

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        print(command, e.getMessage() + suggestion(e));
        err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        trace(e, command, Arrays.asList(args).contains(STACKTRACE));
        return ExitCodes.BAD_INPUT;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        boolean wanted = parsed.expandedArgs().contains(STACKTRACE);
        for (String line : lines(e)) {
            print(command, line);
        }
        boolean known = e instanceof FlowSweepException;
        if (!known && !wanted) {
            command.getErr()
                    .println("This is a fault of FlowSweep. The same command with " + STACKTRACE + " shows where.");
        }
        trace(e, command, wanted);
        command.getErr().flush();
        return known ? ExitCodes.BAD_INPUT : ExitCodes.OWN_FAULT;
    }

    /** One text for each thing that is wrong. */
    static List<String> lines(Exception e) {
        if (e instanceof InvalidInputException invalid) {
            return invalid.problems().stream().map(Problem::toString).toList();
        }
        if (e instanceof FlowSweepException) {
            return List.of(String.valueOf(e.getMessage()));
        }
        return List.of(e.toString());
    }

    /** For a verb or an option that does not exist, the nearest that does. */
    private static String suggestion(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return "";
        }
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        String word = unmatched.getUnmatched().get(0);
        if (word.matches("--?[\\w.]+=.*") && takesOverrides(spec)) {
            return ". What changes a value has no dashes: " + word.replaceFirst("^-+", "");
        }
        if (spec.subcommands().values().stream().anyMatch(verb -> takesOption(verb, word))) {
            return ". It goes behind the verb: " + spec.qualifiedName() + " VERB " + word;
        }
        Set<String> known = unmatched.isUnknownOption()
                ? spec.optionsMap().keySet()
                : spec.subcommands().keySet();
        String suggestion = Suggestions.didYouMean(word, known);
        return suggestion.isEmpty() ? "" : ". " + suggestion;
    }

    private static boolean takesOption(CommandLine verb, String word) {
        String name = word.startsWith("--") ? word.replaceFirst("=.*", "") : word;
        return verb.getCommandSpec().optionsMap().containsKey(name);
    }

    private static boolean takesOverrides(CommandSpec spec) {
        return spec.positionalParameters().stream()
                .anyMatch(parameter -> parameter.paramLabel().contains("OVERRIDE"));
    }

    public static void print(CommandLine command, String text) {
        command.getErr().println(command.getColorScheme().errorText("error: ").toString() + text);
    }

    private static void trace(Exception e, CommandLine command, boolean wanted) {
        if (wanted) {
            e.printStackTrace(command.getErr());
        }
    }
}
