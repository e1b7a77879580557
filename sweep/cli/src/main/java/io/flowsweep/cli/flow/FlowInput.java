package io.flowsweep.cli.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Which flow, and what it is given; what the verbs of {@code flow} have in common. */
abstract class FlowInput {

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The flow: a .java or .py file, a folder of sources, or JAR!CLASS.")
    Path file;

    @Option(
            names = "--config",
            arity = "0..2",
            paramLabel = "NAME FILE",
            hideParamSyntax = true,
            parameterConsumer = NamedFile.class,
            description =
                    "Give a config its value from a file: .conf, .json, .yaml, .toml or .properties; may be repeated.")
    List<String> configs = new ArrayList<>();

    @Option(
            names = "--config-value",
            arity = "2",
            paramLabel = "NAME VALUE",
            hideParamSyntax = true,
            description = "Give a config its value as HOCON or JSON; may be repeated.")
    List<String> configValues = new ArrayList<>();

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description =
                    "Where runs and compiled flows are kept; default: FLOWSWEEP_HOME, else the nearest .flowsweep upwards.")
    Path store;

    @Option(names = "--json", description = "Print JSON for programs and nothing else.")
    boolean json;

    /** {@code --NAME value} or {@code --NAME=value} for each parameter of the flow. */
    @Unmatched
    List<String> parameters = new ArrayList<>();
}
