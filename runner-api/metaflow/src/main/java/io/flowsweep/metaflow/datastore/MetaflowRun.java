package io.flowsweep.metaflow.datastore;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One run on record. Each method looks at the files anew: a run may be going on. */
public final class MetaflowRun {

    /** The step that stands before all others and holds what the run was given. */
    private static final String PARAMETERS = "_parameters";

    private final MetaflowDatastore store;
    private final String flow;
    private final String id;

    MetaflowRun(MetaflowDatastore store, String flow, String id) {
        this.store = store;
        this.flow = flow;
        this.id = id;
    }

    public String flow() {
        return flow;
    }

    public String id() {
        return id;
    }

    /** The tags that users gave it. */
    public List<String> tags() {
        return texts("tags");
    }

    /** The tags that Metaflow gave it, such as {@code metaflow_version:2.19.39}. */
    public List<String> systemTags() {
        return texts("system_tags");
    }

    private List<String> texts(String part) {
        Object value =
                DatastoreFile.object(folder().resolve("_meta/_self.json")).get(part);
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).sorted().toList()
                : List.of();
    }

    /** The tasks of all steps that have any, in the order in which they were begun. */
    public List<MetaflowTask> tasks() {
        return MetaflowDatastore.names(folder()).stream()
                .filter(step -> !step.equals(PARAMETERS))
                .flatMap(step ->
                        MetaflowDatastore.names(folder().resolve(step)).stream().map(task -> task(step, task)))
                .sorted(Comparator.comparing(MetaflowTask::order).thenComparing(MetaflowTask::id))
                .toList();
    }

    /** A task that may not be on record yet. */
    public MetaflowTask task(String step, String task) {
        return store.task(flow, id, step, task);
    }

    /** The parameters, configs and constants of the run, as artifacts; empty before they are on record. */
    public Optional<MetaflowTask> parameters() {
        return MetaflowDatastore.names(folder().resolve(PARAMETERS)).stream()
                .findFirst()
                .map(task -> task(PARAMETERS, task));
    }

    private Path folder() {
        return store.folder().resolve(flow).resolve(id);
    }
}
