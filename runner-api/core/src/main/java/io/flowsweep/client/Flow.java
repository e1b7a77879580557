package io.flowsweep.client;

import io.flowsweep.events.RunState;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The runs of one flow. */
public final class Flow {

    private final Store store;
    private final String name;

    Flow(Store store, String name) {
        this.store = store;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** The runs that carry all these tags, the newest first, each read when the stream reaches it. */
    public Stream<Run> runs(String... tags) {
        return runs(RunFilter.all().tagged(tags));
    }

    /** The runs that pass the filter, the newest first, each read when the stream reaches it. */
    public Stream<Run> runs(RunFilter filter) {
        List<String> ids = new ArrayList<>(runIds());
        Collections.reverse(ids);
        return ids.stream().flatMap(id -> run(id).stream()).filter(filter::passes);
    }

    /** The ids of all its runs, the oldest first; no run is read. */
    public List<String> runIds() {
        return store.list(StoreLayout.runs(name));
    }

    /** The run with this id. */
    public Optional<Run> run(String id) {
        return RunRecord.read(store, StoreLayout.run(name, id)).map(Run::new);
    }

    /** The run that was started last. */
    public Optional<Run> latestRun() {
        return runs().findFirst();
    }

    /** The last one to be started of those that succeeded. */
    public Optional<Run> latestSuccessfulRun() {
        return runs(RunFilter.all().in(RunState.SUCCEEDED)).findFirst();
    }

    @Override
    public String toString() {
        return "Flow[" + name + "]";
    }
}
