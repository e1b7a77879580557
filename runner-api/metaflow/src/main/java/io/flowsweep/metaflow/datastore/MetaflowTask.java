package io.flowsweep.metaflow.datastore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One execution of a step, in one or several attempts. What holds is what its latest attempt left, and only when that has come to
 * its end: so Metaflow's own reader does it.
 */
public final class MetaflowTask {

    private static final String ATTEMPT = ".attempt.json";
    private static final int NONE = -1;

    private final MetaflowDatastore store;
    private final String flow;
    private final String run;
    private final String step;
    private final String id;

    MetaflowTask(MetaflowDatastore store, String flow, String run, String step, String id) {
        this.store = store;
        this.flow = flow;
        this.run = run;
        this.step = step;
        this.id = id;
    }

    public String step() {
        return step;
    }

    /** A number in a run on one machine; of other runtimes any text. */
    public String id() {
        return id;
    }

    /** The latest attempt that has begun, from 0; -1 before any has. */
    public int attempt() {
        return MetaflowDatastore.names(folder()).stream()
                .filter(name -> name.matches("\\d{1,9}\\.attempt\\.json"))
                .mapToInt(name -> Integer.parseInt(name.substring(0, name.length() - ATTEMPT.length())))
                .max()
                .orElse(NONE);
    }

    /** Whether an attempt has come to its end; one that was killed never does. */
    private boolean isDone(int attempt) {
        return Files.exists(folder().resolve(attempt + ".DONE.lock"));
    }

    /**
     * What its latest attempt left, by name; nothing before that is done. Metaflow's own, whose names begin with
     * {@code _}, are left out.
     */
    public List<MetaflowArtifact> artifacts() {
        int attempt = attempt();
        if (attempt == NONE || !isDone(attempt)) {
            return List.of();
        }
        Map<String, Object> data = DatastoreFile.object(folder().resolve(attempt + ".data.json"));
        List<MetaflowArtifact> artifacts = new ArrayList<>();
        if (data.get("objects") instanceof Map<?, ?> objects) {
            Map<?, ?> infos = data.get("info") instanceof Map<?, ?> info ? info : Map.of();
            objects.forEach((name, sha) -> {
                if (!name.toString().startsWith("_")) {
                    artifacts.add(
                            MetaflowArtifact.of(store.folder().resolve(flow), name.toString(), sha, infos.get(name)));
                }
            });
        }
        artifacts.sort((a, b) -> a.name().compareTo(b.name()));
        return artifacts;
    }

    /** What an attempt has printed to standard output; nothing before it has ended. */
    public List<MetaflowLogLine> stdout(int attempt) {
        return MetaflowLogLine.read(logs("stdout", attempt));
    }

    /** The same of standard error. */
    public List<MetaflowLogLine> stderr(int attempt) {
        return MetaflowLogLine.read(logs("stderr", attempt));
    }

    /** How the process of an attempt ended: its exit code, or minus the number of a signal; empty before it has. */
    public Optional<Long> returnCode(int attempt) {
        return Optional.ofNullable(DatastoreFile.object(folder().resolve(attempt + ".runtime"))
                        .get("return_code"))
                .filter(Long.class::isInstance)
                .map(Long.class::cast);
    }

    /** What the runtime noted and what the task itself did: the latter only where it ran on another machine. */
    private List<Path> logs(String stream, int attempt) {
        return List.of(
                folder().resolve(attempt + ".runtime_" + stream + ".log"),
                folder().resolve(attempt + ".task_" + stream + ".log"));
    }

    /** Its cards, in the order of their files; a card that is still being made is not among them. */
    public List<MetaflowCard> cards() {
        Path below = Path.of(flow, "runs", run, "steps", step, "tasks", id, "cards");
        return Stream.of(store.folder(), store.cards())
                .distinct()
                .flatMap(root -> MetaflowCard.in(root.resolve(below)).stream())
                .toList();
    }

    private Path folder() {
        return store.folder().resolve(flow).resolve(run).resolve(step).resolve(id);
    }

    @Override
    public String toString() {
        return flow + "/" + run + "/" + step + "/" + id;
    }
}
