package io.flowsweep.cli;

import io.flowsweep.cli.input.Verb;
import io.flowsweep.cli.output.Errors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The help of a group of verbs. It is written without picocli: loading that takes longer than all else at a start, and this
 * help is what people look at most. The help of a single verb, with its options, is picocli's.
 */
final class GroupHelp {

    static final String HELP = "Show this help.";
    static final String VERSION = "Show the version.";
    static final String STACKTRACE = "Show where an error comes from.";

    private static final int WIDTH = 80;

    private static final String EXIT_CODES = """

            Exit codes:
              0  everything succeeded
              1  some variant failed
              2  bad usage or configuration
              3  ended early
             70  a fault of FlowSweep
            130  interrupted
            """;

    private GroupHelp() {}

    /** The help when the arguments are the names of groups, each below the one before, and an option that asks for help. */
    static Optional<String> asked(Verb.Group root, String... args) {
        List<String> path = new ArrayList<>(List.of(root.name()));
        Verb.Group group = root;
        for (String arg : args) {
            if (arg.equals("-h") || arg.equals("--help")) {
                return path.size() == args.length ? Optional.of(text(String.join(" ", path), group)) : Optional.empty();
            }
            group = below(group, arg);
            if (group == null) {
                return Optional.empty();
            }
            path.add(arg);
        }
        return Optional.empty();
    }

    private static Verb.Group below(Verb.Group group, String name) {
        for (Verb verb : group.verbs()) {
            if (verb instanceof Verb.Group found && found.name().equals(name)) {
                return found;
            }
        }
        return null;
    }

    /** The help of a group; the topmost tells the exit codes and has an option for the version. */
    static String text(String path, Verb.Group group) {
        boolean top = path.equals(group.name());
        StringBuilder text = new StringBuilder("Usage: ").append(path);
        text.append(top ? " [-hV]" : " [-h]").append(" [--stacktrace] VERB\n");
        group.description().forEach(line -> text.append(line).append('\n'));
        row(text, "-h, --help", 16, HELP);
        row(text, "    " + Errors.STACKTRACE, 16, STACKTRACE);
        if (top) {
            row(text, "-V, --version", 16, VERSION);
        }
        text.append("Verbs:\n");
        int width = group.verbs().stream()
                .mapToInt(verb -> verb.name().length())
                .max()
                .orElse(0);
        for (Verb verb : group.verbs()) {
            row(text, verb.name(), width, verb.description().get(0));
        }
        return text.append(top ? EXIT_CODES : "").toString();
    }

    /** A name and what is said of it, which is broken at blanks to stay within the width. */
    private static void row(StringBuilder text, String name, int width, String description) {
        text.append("  ").append(name).append(" ".repeat(width - name.length() + 1));
        int column = width + 3;
        for (String word : description.split(" ")) {
            if (column + 1 + word.length() > WIDTH) {
                text.append('\n').append(" ".repeat(width + 5));
                column = width + 5;
            }
            text.append(' ').append(word);
            column += 1 + word.length();
        }
        text.append('\n');
    }
}
