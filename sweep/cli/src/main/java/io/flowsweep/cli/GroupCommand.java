package io.flowsweep.cli;

import io.flowsweep.cli.input.Verb;
import io.flowsweep.cli.output.Errors;
import io.flowsweep.cli.output.Output;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What picocli knows of a group of verbs. */
@Command
class GroupCommand implements Callable<Integer> {

    /** The topmost group, with the options that all verbs share. */
    @Command(versionProvider = Version.class)
    static final class Top extends GroupCommand {

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = GroupHelp.HELP,
                scope = ScopeType.INHERIT)
        boolean help;

        @Option(
                names = {"-V", "--version"},
                versionHelp = true,
                description = GroupHelp.VERSION)
        boolean version;

        @Option(names = Errors.STACKTRACE, description = GroupHelp.STACKTRACE, scope = ScopeType.INHERIT)
        boolean stacktrace;

        Top(Verb.Group group) {
            super(group);
        }
    }

    private final Verb.Group group;

    @Spec
    CommandSpec spec;

    private GroupCommand(Verb.Group group) {
        this.group = group;
    }

    /** The whole command; of the verbs that are not {@code named} it knows only that they exist. */
    static CommandLine commandLine(Verb.Group top, Predicate<String> named) {
        CommandLine line = new CommandLine(new Top(top));
        line.setCommandName(top.name());
        addVerbs(line, top, named);
        Errors errors = new Errors();
        return line.setExpandAtFiles(false)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .setOut(Output.writer(System.out))
                .setErr(Output.writer(System.err));
    }

    private static void addVerbs(CommandLine line, Verb.Group group, Predicate<String> named) {
        line.getCommandSpec().usageMessage().sectionKeys(List.of("group"));
        line.getHelpSectionMap()
                .put("group", help -> GroupHelp.text(help.commandSpec().qualifiedName(), group));
        for (Verb verb : group.verbs()) {
            boolean wanted = named.test(verb.name());
            CommandLine below = wanted ? commandLine(verb) : new CommandLine(CommandSpec.create());
            below.getCommandSpec().usageMessage().description(verb.description().toArray(String[]::new));
            line.addSubcommand(verb.name(), below);
            if (wanted && verb instanceof Verb.Group further) {
                addVerbs(below, further, named);
            }
        }
    }

    private static CommandLine commandLine(Verb verb) {
        if (verb instanceof Verb.Command command) {
            return new CommandLine(command.command());
        }
        return new CommandLine(new GroupCommand((Verb.Group) verb));
    }

    @Override
    public final Integer call() {
        throw new ParameterException(spec.commandLine(), group.ask());
    }
}
