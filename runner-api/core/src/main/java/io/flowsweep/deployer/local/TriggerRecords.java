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

    /** So many of each deployment stay, however old they are. */
    static final int KEPT = 100;

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

    /**
     * Removes the marks of runs that have ended and were triggered before a time; of each deployment the latest {@value #KEPT} stay.
     * The mark that says that a run has ended goes last: when this process dies on the way, the rest is removed the next time.
     */
    void forget(Instant before) {
        for (String deployment : store.list(StoreLayout.DEPLOYMENTS)) {
            List<String> runs = store.list(ended(deployment));
            for (String run : runs.subList(0, Math.max(0, runs.size() - KEPT))) {
                Optional<TriggerRecord> trigger = find(deployment, run);
                if (trigger.filter(t -> !t.at().isBefore(before)).isPresent()) {
                    break; // those behind it are later still
                }
                trigger.ifPresent(t -> store.delete(trigger(deployment, t.id())));
                store.delete(mark(deployment, run));
                store.delete(ended(deployment) + "/" + run);
            }
        }
    }

    /** Whether it was removed by {@link #forget}, as nothing more happens to its run. */
    boolean isForgotten(TriggerRecord trigger) {
        return find(trigger.deployment(), trigger.run()).isEmpty();
    }

    private static String end(TriggerRecord trigger) {
        return ended(trigger.deployment()) + "/" + StoreLayout.segment(trigger.run());
    }

    private static String ended(String deployment) {
        return StoreLayout.deployment(deployment) + "/ended";
    }

    private static String trigger(String deployment, String id) {
        return StoreLayout.deployment(deployment) + "/triggers/" + StoreLayout.segment(id);
    }

    private String runOf(String deployment, String id, String fresh) {
        String mark = trigger(deployment, id);
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
