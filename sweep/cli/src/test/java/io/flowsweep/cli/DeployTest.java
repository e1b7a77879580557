package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.codec.Json;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployments;
import io.flowsweep.deployer.spi.DeployRequest;
import io.flowsweep.deployer.spi.Requester;
import io.flowsweep.deployer.spi.Targets;
import io.flowsweep.store.Store;
import io.flowsweep.store.Stores;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code flowsweep deploy}: every variant, with a plan before a change. */
@Timeout(600)
class DeployTest {

    private static final String SWEEP = TrainFolder.SWEEP.replace("run { executor = inline }", "");

    @TempDir
    private Path path;

    private TrainFolder folder;

    @BeforeEach
    void write() {
        folder = TrainFolder.in(path);
    }

    private Cli deploy(String sweep, String... words) {
        String file = folder.write("train.conf", sweep).toString();
        String[] all = new String[words.length + 2];
        all[0] = "deploy";
        all[1] = file;
        System.arraycopy(words, 0, all, 2, words.length);
        return folder.flowsweep(all);
    }

    private List<DeployedFlow> deployed() {
        return Deployments.at(path.resolve("store")).list();
    }

    @Test
    void everyVariantIsDeployedUnderItsName() {
        Cli cli = deploy(SWEEP, "--yes");

        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.out())
                .startsWith("train: 6 new\n  + train.rate-0.1-depth-1")
                .contains("deployed; ");
        assertThat(deployed()).hasSize(6).allSatisfy(flow -> {
            assertThat(flow.name()).startsWith("train.rate-");
            assertThat(flow.tags()).anyMatch(tag -> tag.startsWith("sweep:train-"));
            assertThat(flow.runs()).as("deployed, not run").isEmpty();
        });
        assertThat(deploy(SWEEP, "--yes").out()).as("there is nothing to do").isEqualTo("train: 6 unchanged\n");
    }

    @Test
    void aChangeIsToldBeforeItIsMade() {
        deploy(SWEEP, "--yes");
        folder.write("Train.java", TrainFolder.FLOW.replace("spread = noise", "spread = 2 * noise"));
        String changed = SWEEP.replace("rate = [0.1, 1, 10]", "rate = [0.1, 2]");

        Cli refused = deploy(changed);

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.out())
                .startsWith("train: 2 new, 2 changed, 4 removed\n")
                .contains("  - train.rate-10");
        assertThat(refused.err()).contains("Nothing was done. Add --yes to agree.");
        assertThat(deploy(changed, "--dry-run").exit()).isZero();
        assertThat(deployed()).hasSize(6).allMatch(flow -> flow.version() == 1);

        Cli made = deploy(changed, "--yes", "--json");
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(Json.parseObject(made.out())).containsEntry("carried_out", true);
        assertThat(deployed()).hasSize(4);
        assertThat(deployed()).filteredOn(flow -> flow.version() == 2).hasSize(2);
    }

    @Test
    void whatIsSomebodyElsesIsLeftAloneWithAllTheRest() {
        deploy(SWEEP, "--yes");
        Store store = Stores.in(path.resolve("store"));
        DeployedFlow removed = deployed().stream()
                .filter(flow -> flow.name().contains("rate-10"))
                .findFirst()
                .orElseThrow();
        Targets.named("local", store)
                .create(new DeployRequest(removed.name(), removed.deployment().run(), new Requester("grace", true)));
        String changed = SWEEP.replace("rate = [0.1, 1, 10]", "rate = [0.1, 2]");

        Cli refused = deploy(changed, "--yes");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("the deployment \"" + removed.name() + "\" is grace's", "--force");
        assertThat(deployed()).hasSize(6);
        assertThat(deploy(changed, "--yes", "--force").exit()).isZero();
        assertThat(deployed()).hasSize(4);
    }

    @Test
    void onlyWhatIsChosenIsDeployed() {
        assertThat(deploy(SWEEP, "rate=1", "--limit", "1", "--yes").out()).startsWith("train: 1 new\n");
        assertThat(deploy(SWEEP, "--yes").out()).as("which is another sweep").startsWith("train: 6 new\n");
        assertThat(deploy(SWEEP, "rate=1", "--limit", "1", "--yes").out()).isEqualTo("train: 1 unchanged\n");
        assertThat(deploy(SWEEP.replace("depth = 1,", "dept = 1,"), "--yes").exit())
                .isEqualTo(2);
    }
}
