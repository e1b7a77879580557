package io.flowsweep.deployer.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.command.CommandFlow;
import io.flowsweep.deployer.Deployer;
import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.TriggerCause;
import io.flowsweep.deployer.TriggerRecord;
import io.flowsweep.deployer.spi.TriggerRequest;
import io.flowsweep.runner.Runner;
import io.flowsweep.store.FileStore;
import io.flowsweep.store.Store;
import io.flowsweep.testing.DyingStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has led to runs that have ended is forgotten, but for the latest. */
class TriggerRecordsTest {

    private static final int RUNS = TriggerRecords.KEPT + 20;

    @TempDir
    Path folder;

    private Store store;
    private TriggerRecords records;
    private Deployment deployment;
    private final List<TriggerRecord> triggers = new ArrayList<>();

    @BeforeEach
    void trigger() {
        store = FileStore.open(folder);
        records = new TriggerRecords(store);
        deployment = Deployer.of(
                        Runner.of(CommandFlow.of("true").name("nothing").inputs()))
                .store(folder)
                .create()
                .deployment();
        for (int i = 0; i < RUNS; i++) {
            triggers.add(records.add(deployment, request("trigger " + i)));
        }
    }

    private static TriggerRequest request(String id) {
        return new TriggerRequest(Optional.of(id), Map.of(), TriggerCause.manual("ada"));
    }

    private List<TriggerRecord> kept() {
        return records.list(deployment.name()).toList();
    }

    @Test
    void ofRunsThatHaveNotEndedAllIsKept() {
        records.forget(Instant.now());

        assertThat(kept()).hasSize(RUNS);
    }

    @Test
    void ofRunsThatHaveEndedTheLatestAreKept() {
        triggers.forEach(records::close);

        records.forget(Instant.now());

        assertThat(kept()).hasSize(TriggerRecords.KEPT).contains(triggers.get(RUNS - 1));
        TriggerRecord oldest = triggers.get(0);
        assertThat(records.isForgotten(oldest)).isTrue();
        assertThat(records.add(deployment, request(oldest.id())).run()).isNotEqualTo(oldest.run());
        TriggerRecord latest = triggers.get(RUNS - 1);
        assertThat(records.add(deployment, request(latest.id())).run()).isEqualTo(latest.run());
        assertThat(records.isForgotten(latest)).isFalse();
        assertThat(records.isClosed(latest)).isTrue();
        for (String marks : List.of("ended", "triggers")) {
            assertThat(store.list("deployments/nothing/" + marks)).hasSizeLessThanOrEqualTo(TriggerRecords.KEPT + 1);
        }
    }

    @Test
    void ofRunsThatWereTriggeredSinceATimeAllIsKept() {
        triggers.forEach(records::close);

        records.forget(triggers.get(5).at());

        assertThat(kept()).hasSize(RUNS - 5);
    }

    @Test
    void nothingIsLeftHalfWhenTheProcessIsKilledOnTheWay() {
        triggers.forEach(records::close);
        for (int changes = 0; changes < 6; changes++) {
            TriggerRecords dying = new TriggerRecords(DyingStore.after(changes, store));
            assertThatThrownBy(() -> dying.forget(Instant.now())).isInstanceOf(DyingStore.Death.class);
            assertThat(kept()).allMatch(records::isClosed);
        }

        records.forget(Instant.now());

        assertThat(kept()).hasSize(TriggerRecords.KEPT);
        assertThat(store.list("deployments/nothing/ended")).hasSize(TriggerRecords.KEPT);
        assertThat(store.list("deployments/nothing/triggers")).hasSize(TriggerRecords.KEPT);
    }
}
