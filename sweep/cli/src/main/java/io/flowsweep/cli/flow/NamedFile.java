package io.flowsweep.cli.flow;

import java.util.List;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * {@code --config NAME FILE}. Only {@code flow show} knows {@code --config} without the two, which shows the configs with
 * their places.
 */
final class NamedFile implements IParameterConsumer {

    @Override
    public void consumeParameters(Stack<String> rest, ArgSpec option, CommandSpec command) {
        if (rest.size() >= 2 && !isOption(rest.peek()) && !isOption(rest.get(rest.size() - 2))) {
            List<String> pairs = option.getValue();
            pairs.add(rest.pop());
            pairs.add(rest.pop());
        } else if (command.userObject() instanceof FlowShowCommand show) {
            show.places = true;
        } else {
            throw new ParameterException(command.commandLine(), "--config needs two values: --config NAME FILE");
        }
    }

    private static boolean isOption(String word) {
        return word.startsWith("--");
    }

    /** For picocli. */
    NamedFile() {}
}
