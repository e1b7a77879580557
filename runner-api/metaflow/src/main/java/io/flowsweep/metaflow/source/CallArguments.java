package io.flowsweep.metaflow.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of a call, as far as they are plain. */
final class CallArguments {

    private static final Set<String> WORDS = Set.of("True", "False", "None", "JSONType");

    private CallArguments() {}

    /** Those that are given by name, in order; empty for a value that is not {@link #plain}. */
    static Map<String, Optional<String>> named(List<List<PythonToken>> arguments) {
        Map<String, Optional<String>> named = new LinkedHashMap<>();
        for (List<PythonToken> argument : arguments) {
            if (argument.size() > 2 && argument.get(1).is("=")) {
                named.put(argument.get(0).text(), plain(argument.subList(2, argument.size())));
            }
        }
        return named;
    }

    /** A value that is one text, or one of the words that mean the same everywhere. */
    static Optional<String> plain(List<PythonToken> value) {
        boolean known = value.size() == 1
                && (value.get(0).kind() == PythonToken.Kind.STRING
                        || WORDS.contains(value.get(0).text()));
        return known ? Optional.of(value.get(0).text()) : Optional.empty();
    }
}
