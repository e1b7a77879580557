package io.flowsweep.metaflow.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement, or the head of one that has a body, on however many lines it is written.
 *
 * @param number of its first line, from 1
 * @param indent the columns before it; a tab goes to the next multiple of 8
 */
record LogicalLine(int number, int indent, List<PythonToken> tokens) {

    /** Whether the line begins with these words. */
    boolean starts(String... words) {
        return is(0, words);
    }

    /** Whether these words stand at a place. */
    boolean is(int at, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** The dotted name that begins there; empty when no name does. */
    Optional<String> dotted(int at) {
        if (at >= tokens.size() || !tokens.get(at).isName()) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder(tokens.get(at).text());
        for (int i = at + 1;
                is(i, ".") && i + 1 < tokens.size() && tokens.get(i + 1).isName();
                i += 2) {
            name.append('.').append(tokens.get(i + 1).text());
        }
        return Optional.of(name.toString());
    }

    /** How many tokens a dotted name takes. */
    static int length(String dotted) {
        return 2 * (int) dotted.chars().filter(c -> c == '.').count() + 1;
    }

    /** What stands between the bracket at this place and its end, cut at commas that are in no further bracket. */
    List<List<PythonToken>> arguments(int open) {
        List<List<PythonToken>> arguments = new ArrayList<>();
        List<PythonToken> argument = new ArrayList<>();
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            PythonToken token = tokens.get(i);
            boolean opens = token.is("(") || token.is("[") || token.is("{");
            boolean closes = token.is(")") || token.is("]") || token.is("}");
            depth += opens ? 1 : closes ? -1 : 0;
            if (depth == 0) {
                break;
            }
            if (depth == 1 && token.is(",")) {
                add(arguments, argument);
                argument = new ArrayList<>();
            } else if (i > open) {
                argument.add(token);
            }
        }
        add(arguments, argument);
        return arguments;
    }

    private static void add(List<List<PythonToken>> arguments, List<PythonToken> argument) {
        if (!argument.isEmpty()) {
            arguments.add(argument);
        }
    }
}
