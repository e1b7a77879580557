package io.flowsweep.deployer.local;

import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.DeploymentChange;
import io.flowsweep.deployer.DeploymentChange.Kind;
import io.flowsweep.deployer.spi.DeployRequest;
import io.flowsweep.deployer.spi.Missing;
import io.flowsweep.deployer.spi.Requester;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.runner.RunTemplate;
import io.flowsweep.store.MarkSequence;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/**
 * Deployments in the store. Versions are marks that nothing changes; how a deployment stands is its last change. Of two
 * processes that change one at the same time the second sees what the first has done before it decides.
 */
final class DeploymentRecords {

    /** What is kept of a version; its number is that of its mark. */
    private record Version(String owner, Instant deployedAt, RunTemplate run) {}

    /** The last change, and its number. */
    private record Last(long number, DeploymentChange change) {

        boolean deployed() {
            return change.kind() != Kind.DELETED;
        }
    }

    private final LocalTarget target;
    private final Store store;

    DeploymentRecords(LocalTarget target, Store store) {
        this.target = target;
        this.store = store;
    }

    Deployment create(DeployRequest request) {
        String name = request.name();
        check(name, request.by(), last(name));
        Instant now = Instant.now();
        long number = versions(name)
                .append(JsonMarks.write(Version.class, new Version(request.by().user(), now, request.run())));
        while (true) {
            Optional<Last> last = last(name);
            check(name, request.by(), last);
            boolean paused =
                    last.filter(Last::deployed).map(l -> l.change().paused()).orElse(false);
            DeploymentChange change = new DeploymentChange(
                    Kind.CREATED, version(number), paused, now, request.by().user());
            if (add(name, last, change)) {
                return new Deployment(
                        name, target.name(), version(number), request.by().user(), now, paused, request.run());
            }
        }
    }

    Optional<Deployment> find(String name) {
        return last(name).filter(Last::deployed).map(last -> deployment(name, last.change()));
    }

    List<Deployment> list() {
        List<Deployment> all = new ArrayList<>();
        for (String name : store.list(StoreLayout.DEPLOYMENTS)) {
            find(name).ifPresent(all::add);
        }
        return all;
    }

    List<DeploymentChange> history(String name) {
        MarkSequence changes = changes(name);
        List<DeploymentChange> history = new ArrayList<>();
        for (long number : changes.numbers()) {
            changes.get(number).map(DeploymentRecords::change).ifPresent(history::add);
        }
        return history;
    }

    /** A version, paused or not as the deployment is now. */
    Deployment version(String name, int version) {
        boolean paused = last(name).map(l -> l.change().paused()).orElse(false);
        return read(name, version, paused).orElseThrow(() -> noVersion(name, version));
    }

    Deployment rollback(String name, int version, Requester by) {
        return change(
                name,
                by,
                (before, now) -> new DeploymentChange(Kind.ROLLED_BACK, version, before.paused(), now, by.user()));
    }

    Deployment pause(String name, Requester by) {
        return change(
                name, by, (before, now) -> new DeploymentChange(Kind.PAUSED, before.version(), true, now, by.user()));
    }

    Deployment unpause(String name, Requester by) {
        return change(
                name,
                by,
                (before, now) -> new DeploymentChange(Kind.UNPAUSED, before.version(), false, now, by.user()));
    }

    void delete(String name, Requester by) {
        change(name, by, (before, now) -> new DeploymentChange(Kind.DELETED, before.version(), false, now, by.user()));
    }

    /** Puts on record what is made of the change that counts then, and of the time. */
    private Deployment change(String name, Requester by, BiFunction<DeploymentChange, Instant, DeploymentChange> next) {
        while (true) {
            Optional<Last> last = last(name).filter(Last::deployed);
            DeploymentChange before = last.map(Last::change).orElseThrow(() -> Missing.deployment(target, name));
            check(name, by, last);
            DeploymentChange change = next.apply(before, Instant.now());
            Deployment changed = deployment(name, change);
            if (add(name, last, change)) {
                return changed;
            }
        }
    }

    private boolean add(String name, Optional<Last> last, DeploymentChange change) {
        long number = last.map(l -> l.number() + 1).orElse(0L);
        boolean added = changes(name).appendAt(number, JsonMarks.write(DeploymentChange.class, change));
        if (added) {
            DeploymentFeed.tell(store, name);
        }
        return added;
    }

    private void check(String name, Requester by, Optional<Last> last) {
        last.filter(Last::deployed).map(l -> deployment(name, l.change())).ifPresent(by::check);
    }

    private Deployment deployment(String name, DeploymentChange change) {
        return read(name, change.version(), change.paused()).orElseThrow(() -> noVersion(name, change.version()));
    }

    private Optional<Deployment> read(String name, int version, boolean paused) {
        return versions(name)
                .get(version - 1L)
                .map(mark -> JsonMarks.read(Version.class, mark))
                .map(v -> new Deployment(name, target.name(), version, v.owner(), v.deployedAt(), paused, v.run()));
    }

    private InvalidInputException noVersion(String name, int version) {
        List<String> versions = versions(name).numbers().stream()
                .map(number -> Integer.toString(version(number)))
                .toList();
        return versions.isEmpty()
                ? Missing.deployment(target, name)
                : new InvalidInputException(
                        "the deployment \"" + name + "\" has no version " + version,
                        "",
                        "There are: " + String.join(", ", versions));
    }

    private Optional<Last> last(String name) {
        MarkSequence changes = changes(name);
        OptionalLong last = changes.last();
        return last.isEmpty()
                ? Optional.empty()
                : changes.get(last.getAsLong()).map(mark -> new Last(last.getAsLong(), change(mark)));
    }

    private static DeploymentChange change(byte[] mark) {
        return JsonMarks.read(DeploymentChange.class, mark);
    }

    private static int version(long number) {
        return (int) number + 1;
    }

    private MarkSequence versions(String name) {
        return new MarkSequence(store, StoreLayout.deployment(name) + "/versions");
    }

    private MarkSequence changes(String name) {
        return new MarkSequence(store, StoreLayout.deployment(name) + "/changes");
    }
}
