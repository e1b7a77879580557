package io.flowsweep.cli;

import io.flowsweep.codec.Json;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands have in common that read what is on record. No signature names the client: help need not load it. */
abstract class StoreInput {

    @Spec
    CommandSpec spec;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Where runs are kept; default: FLOWSWEEP_HOME, else the nearest .flowsweep upwards.")
    Path store;

    @Option(names = "--json", description = "Print JSON for programs and nothing else.")
    boolean json;

    /** A line of JSON. */
    void print(Object value) {
        print(Json.write(value));
    }

    void print(String line) {
        spec.commandLine().getOut().print(line + "\n");
        spec.commandLine().getOut().flush();
    }
}
