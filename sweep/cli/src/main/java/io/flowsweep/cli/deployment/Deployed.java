package io.flowsweep.cli.deployment;

import io.flowsweep.cli.input.Recorded;
import io.flowsweep.cli.input.StoreInput;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.errors.InvalidInputException;
import java.util.List;
import picocli.CommandLine.ParameterException;

/** Finds what is deployed. */
final class Deployed {

    private Deployed() {}

    /** What is on the target that a command names. */
    static Deployments at(DeploymentInput command) {
        return Deployments.at(Recorded.folder(command)).on(command.target);
    }

    /** Takes the runs over from a process of another machine, or says that it has them. */
    static void settleKeeper(StoreInput command, Deployments deployments, boolean takeOver) {
        if (takeOver) {
            deployments.takeOver();
        }
        deployments
                .keptElsewhere()
                .ifPresent(owner -> command.spec
                        .commandLine()
                        .getErr()
                        .println("note: triggered runs are carried out by " + owner.described()
                                + ". Nobody can tell from here whether it lives; if it does not, use --take-over"));
    }

    /**
     * Those of these names, or all with these tags.
     *
     * @throws InvalidInputException when one is not deployed, or nothing carries these tags
     */
    static List<DeployedFlow> some(DeploymentInput command, List<String> names, List<String> tags) {
        if (names.isEmpty() == tags.isEmpty()) {
            throw new ParameterException(
                    command.spec.commandLine(), "Say which deployments: a NAME, or --tag TAG for all that carry it");
        }
        Deployments all = at(command);
        if (tags.isEmpty()) {
            return names.stream().map(all::get).toList();
        }
        List<DeployedFlow> tagged = all.tagged(tags.toArray(String[]::new));
        if (tagged.isEmpty()) {
            throw new InvalidInputException(
                    "no deployment carries " + (tags.size() == 1 ? "the tag " : "all the tags ")
                            + String.join(", ", tags),
                    all.toString(),
                    "`flowsweep deployments ls` lists them with their tags.");
        }
        return tagged;
    }
}
