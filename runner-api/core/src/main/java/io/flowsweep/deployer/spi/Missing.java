package io.flowsweep.deployer.spi;

import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.DeploymentChange;
import io.flowsweep.deployer.DeploymentChange.Kind;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.errors.Suggestions;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Says of a name that it is not deployed. */
public final class Missing {

    private Missing() {}

    /** That it was deleted, when and by whom; else that there is none, and which names are near. */
    public static InvalidInputException deployment(Target target, String name) {
        List<DeploymentChange> history = target.history(name);
        if (!history.isEmpty() && history.get(history.size() - 1).kind() == Kind.DELETED) {
            DeploymentChange deleted = history.get(history.size() - 1);
            return new InvalidInputException(
                    "the deployment \"" + name + "\" was deleted by " + deleted.by() + " at "
                            + deleted.at().truncatedTo(ChronoUnit.SECONDS),
                    "",
                    "Deploy the flow again.");
        }
        List<String> names = target.list().stream().map(Deployment::name).toList();
        return new InvalidInputException(
                "there is no deployment \"" + name + "\" on the target " + target.name(),
                "",
                names.isEmpty() ? "Nothing is deployed there." : Suggestions.didYouMean(name, names));
    }
}
