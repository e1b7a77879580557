package io.flowsweep.cli.record;

import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.codec.PlainValues;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.RecordedSweep;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code flowsweep provenance}. */
final class ProvenanceVerb {

    private final ProvenanceCommand command;

    ProvenanceVerb(ProvenanceCommand command) {
        this.command = command;
    }

    int call() {
        RecordedSweep recorded = command.recorded();
        Map<String, Object> provenance = recorded.origin().provenance();
        if (provenance.isEmpty()) {
            throw new InvalidInputException(
                    "where the sweep " + recorded.name() + " comes from was not kept",
                    "",
                    "A version of FlowSweep ran it that did not do that yet.");
        }
        PrintWriter out = command.spec.commandLine().getOut();
        if (command.file != null) {
            out.print(recorded.origin().file(path(provenance)).orElseThrow());
            out.flush();
        } else if (command.json) {
            command.print(provenance);
        } else {
            provenance.forEach((key, value) -> tell(key, value, out));
            out.flush();
        }
        return ExitCodes.SUCCESS;
    }

    private String path(Map<String, Object> provenance) {
        String file = command.file;
        List<String> paths = new ArrayList<>();
        ((Map<?, ?>) provenance.get("files")).keySet().forEach(path -> paths.add((String) path));
        return paths.stream()
                .filter(path -> path.equals(file) || path.endsWith("/" + file))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "the sweep was read from no file \"" + file + "\"", "", Suggestions.didYouMean(file, paths)));
    }

    /** {@code git.commit = 9a3…}; a text of several lines stands below its key. */
    private static void tell(String key, Object value, PrintWriter out) {
        if (value instanceof Map<?, ?> map && !key.equals("files")) {
            map.forEach((part, inner) -> tell(key + "." + part, inner, out));
        } else if (value instanceof Map<?, ?> files) {
            files.keySet().forEach(path -> out.println("file = " + path));
        } else if (value instanceof String text && text.indexOf('\n') >= 0) {
            out.println(key + ":");
            text.lines().forEach(line -> out.println("  " + line));
        } else {
            out.println(key + " = " + PlainValues.text(value));
        }
    }
}
