package io.flowsweep.cli.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which flow to deploy and how; what {@code flow deploy} and {@code flow schedule} have in common. */
abstract class DeployInput extends FlowStart {

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What to call the deployment of a flow without a project; default: the flow's name.")
    String name;

    @Option(names = "--target", paramLabel = "NAME", description = "Where to deploy it; default: local.")
    String target = "local";

    @Option(names = "--force", description = "Deploy over somebody else's deployment.")
    boolean force;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the flow that is called like an option of this command.")
    Map<String, String> named = new LinkedHashMap<>();
}
