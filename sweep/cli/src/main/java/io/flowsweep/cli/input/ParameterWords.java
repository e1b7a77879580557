package io.flowsweep.cli.input;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The parameters of a flow on a command line. */
public final class ParameterWords {

    private ParameterWords() {}

    /** {@code --NAME value} and {@code --NAME=value}, in any mixture. */
    public static Map<String, String> read(CommandLine command, List<String> words) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (!word.startsWith("--") || word.length() == 2) {
                throw new ParameterException(
                        command,
                        "\"" + word + "\" is one too many: a parameter is given as --NAME VALUE behind the file");
            }
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            if (equals < 0 && !rest.hasNext()) {
                throw new ParameterException(command, word + " needs a value: " + word + " VALUE");
            }
            parameters.put(name, equals < 0 ? rest.next() : word.substring(equals + 1));
        }
        return parameters;
    }
}
