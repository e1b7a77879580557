package io.flowsweep.deployer.local;

import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.TriggerRecord;
import io.flowsweep.deployer.spi.TriggerRequest;
import io.flowsweep.runner.RunTemplate;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import io.flowsweep.store.StoreLayout;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What has led to runs, in the store. One trigger id leads to one run, whoever comes first. */
final class TriggerRecords {

    private final Store store;

    TriggerRecords(Store store) {
        this.store = store;
    }

    /** The record of a trigger: a new one, or that which the same id has made before. */
    TriggerRecord add(Deployment deployment, TriggerRequest request) {
        String name = deployment.name();
        String run =
                request.id().map(id -> runOf(name, id, RunTemplate.newRunId())).orElseGet(RunTemplate::newRunId);
        TriggerRecord trigger = new TriggerRecord(
                request.id().orElse(run),
                run,
                name,
                deployment.version(),
                deployment.flow(),
                request.parameters(),
                request.cause(),
                Instant.now());
        return store.createExclusive(mark(name, run), JsonMarks.write(TriggerRecord.class, trigger))
                ? trigger
                : find(name, run).orElseThrow(() -> new StoreException("the trigger of " + run + " cannot be read"));
    }

    Optional<TriggerRecord> find(String deployment, String run) {
        return store.get(mark(deployment, run)).map(mark -> JsonMarks.read(TriggerRecord.class, mark));
    }

    /** Those of a deployment, the newest first. */
    Stream<TriggerRecord> list(String deployment) {
        List<String> runs = new ArrayList<>(store.list(StoreLayout.deployment(deployment) + "/runs"));
        Collections.reverse(runs);
        return runs.stream().flatMap(run -> find(deployment, run).stream());
    }

    /** Those of all deployments, deleted ones too, whose run's id begins or ends like this. */
    List<TriggerRecord> like(String run) {
        List<TriggerRecord> found = new ArrayList<>();
        for (String deployment : store.list(StoreLayout.DEPLOYMENTS)) {
            for (String id : store.list(StoreLayout.deployment(deployment) + "/runs")) {
                if (id.startsWith(run) || id.endsWith(run)) {
                    find(deployment, id).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** Says that nothing more will happen to a run, nor because of it. */
    void close(TriggerRecord trigger) {
        store.createExclusive(end(trigger), new byte[0]);
    }

    boolean isClosed(TriggerRecord trigger) {
        return store.get(end(trigger)).isPresent();
    }

    private static String end(TriggerRecord trigger) {
        return StoreLayout.deployment(trigger.deployment()) + "/ended/" + StoreLayout.segment(trigger.run());
    }

    private String runOf(String deployment, String id, String fresh) {
        String mark = StoreLayout.deployment(deployment) + "/triggers/" + StoreLayout.segment(id);
        return store.createExclusive(mark, fresh.getBytes(StandardCharsets.UTF_8))
                ? fresh
                : store.get(mark)
                        .map(known -> new String(known, StandardCharsets.UTF_8))
                        .orElse(fresh);
    }

    private static String mark(String deployment, String run) {
        return StoreLayout.deployment(deployment) + "/runs/" + StoreLayout.segment(run);
    }
}
