package io.flowsweep.cli.deployment;

import io.flowsweep.cli.input.StoreInput;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands about deployments have in common. */
abstract class DeploymentInput extends StoreInput {

    static final String NAME = "The deployment's name; `flowsweep deployments ls` lists them.";

    static final String FORCE = "Change it even if it is somebody else's.";

    @Option(names = "--target", paramLabel = "NAME", description = "Where it is deployed; default: local.")
    String target = "local";

    /** Those that are named, or all with some tags; to be changed. */
    abstract static class Some extends DeploymentInput {

        @Parameters(paramLabel = "NAME", arity = "0..*", description = NAME)
        List<String> names = new ArrayList<>();

        @Option(
                names = "--tag",
                paramLabel = "TAG",
                description = "All that carry this tag, in place of names; may be repeated.")
        List<String> tags = new ArrayList<>();

        @Option(names = "--force", description = FORCE)
        boolean force;
    }
}
