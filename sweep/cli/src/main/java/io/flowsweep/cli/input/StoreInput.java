package io.flowsweep.cli.input;

import io.flowsweep.codec.Json;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands have in common that read what is on record. No signature names the client: help need not load it. */
public abstract class StoreInput {

    @Spec
    public CommandSpec spec;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Where runs are kept; default: FLOWSWEEP_HOME, else the nearest .flowsweep upwards.")
    public Path store;

    @Option(names = "--json", description = "Print JSON for programs and nothing else.")
    public boolean json;

    /** What has been done: a sentence for people, facts for programs. */
    public void tell(String sentence, Map<String, Object> facts) {
        print(json ? Json.write(facts) : sentence);
    }

    /** A line of JSON. */
    public void print(Object value) {
        print(Json.write(value));
    }

    public void print(String line) {
        spec.commandLine().getOut().print(line + "\n");
        spec.commandLine().getOut().flush();
    }
}
