package io.flowsweep.cli;

import io.flowsweep.client.Client;
import io.flowsweep.codec.Json;
import io.flowsweep.store.StoreLocation;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the verbs have in common that read what is on record. */
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

    Client client() {
        return Client.at(
                StoreLocation.find(Optional.ofNullable(store), Path.of("").toAbsolutePath()));
    }

    /** A line of JSON. */
    void print(Object value) {
        print(Json.write(value));
    }

    void print(String line) {
        spec.commandLine().getOut().print(line + "\n");
        spec.commandLine().getOut().flush();
    }
}
