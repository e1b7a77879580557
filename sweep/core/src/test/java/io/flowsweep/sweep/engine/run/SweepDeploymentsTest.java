package io.flowsweep.sweep.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.command.CommandFlow;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployer;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.deployer.spi.DeployRequest;
import io.flowsweep.deployer.spi.Requester;
import io.flowsweep.deployer.spi.Targets;
import io.flowsweep.runner.Runner;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.Store;
import io.flowsweep.sweep.events.SweepEvent;
import io.flowsweep.sweep.events.SweepEvent.DeploymentChanged;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepDeploymentsTest {

    @TempDir
    private Path folder;

    private final List<SweepEvent> journal = new ArrayList<>();

    @Test
    void thoseThatADriverOfAnotherUserHasLeftAreChangedAndTakenAway() {
        Store store = FileStore.open(folder);
        SweepDeployments deployments = new SweepDeployments(store, "s-1", journal::add);
        Runner runner = Runner.of(CommandFlow.of("true").name("nothing").inputs());
        Deployer deployer = deployments.deployer(runner.store(folder), "x=1");
        DeployedFlow made = deployments.create(deployer, Optional.empty(), Optional.empty());
        Targets.named("local", store)
                .create(new DeployRequest(made.name(), made.deployment().run(), new Requester("grace", true)));

        DeployedFlow changed = deployments.create(deployer.tag("changed"), Optional.empty(), Optional.empty());
        assertThat(changed.version()).isEqualTo(3);
        deployments.delete(made.name());

        assertThat(made.name()).startsWith("s-1.run.x");
        assertThat(Deployments.of(store).list()).isEmpty();
        assertThat(journal)
                .extracting(event -> ((DeploymentChanged) event).deployment())
                .containsOnly(made.name());
    }
}
