package io.flowsweep.scheduler;

import io.flowsweep.deployer.Deployment;
import io.flowsweep.deployer.DeploymentChange;
import io.flowsweep.deployer.DeploymentChange.Kind;
import io.flowsweep.deployer.TriggerRecord;
import io.flowsweep.deployer.TriggeredStatus;
import io.flowsweep.deployer.spi.DeployRequest;
import io.flowsweep.deployer.spi.Requester;
import io.flowsweep.deployer.spi.RunStanding;
import io.flowsweep.deployer.spi.Target;
import io.flowsweep.deployer.spi.TriggerRequest;
import io.flowsweep.events.RunSettings;
import io.flowsweep.plan.AutomationPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.runner.RunTemplate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A target whose runs are under way until a test ends them, and which remembers what started them. */
final class RememberingTarget implements Target {

    private final Map<String, Deployment> deployments = new TreeMap<>();
    private final Map<String, List<DeploymentChange>> changes = new HashMap<>();
    private final Map<String, Map<String, TriggerRecord>> runs = new LinkedHashMap<>();
    private final Set<String> changed = new HashSet<>();
    final Set<String> ended = new HashSet<>();
    final List<String> terminated = new ArrayList<>();
    final List<Instant> forgotten = new ArrayList<>();

    /** Deploys, or deploys anew, a flow that does nothing. */
    void deploy(String name, Instant at, AutomationPlan automation) {
        deploy(name, at, automation, Optional.empty(), List.of());
    }

    void deploy(String name, Instant at, AutomationPlan automation, Optional<String> project, List<String> tags) {
        FlowPlan plan = FlowPlan.of(name.substring(name.lastIndexOf('.') + 1))
                .project(project)
                .build()
                .withAutomation(automation);
        RunTemplate run =
                new RunTemplate(plan, tags, RunSettings.defaults(), "process", Optional.empty(), false, false);
        int version = deployments.containsKey(name) ? deployments.get(name).version() + 1 : 1;
        put(new Deployment(name, name(), version, "ada", at, false, run), Kind.CREATED, at);
    }

    void pause(String name, boolean paused, Instant at) {
        Deployment d = deployments.get(name);
        put(
                new Deployment(name, name(), d.version(), d.owner(), d.deployedAt(), paused, d.run()),
                paused ? Kind.PAUSED : Kind.UNPAUSED,
                at);
    }

    void delete(String name, Instant at) {
        Deployment d = deployments.remove(name);
        changes.get(name).add(new DeploymentChange(Kind.DELETED, d.version(), false, at, "ada"));
        changed.add(name);
    }

    private void put(Deployment deployment, Kind kind, Instant at) {
        deployments.put(deployment.name(), deployment);
        changes.computeIfAbsent(deployment.name(), n -> new ArrayList<>())
                .add(new DeploymentChange(kind, deployment.version(), deployment.paused(), at, "ada"));
        changed.add(deployment.name());
    }

    /** What was changed since this was last asked. */
    Optional<Set<String>> changed() {
        Set<String> names = Set.copyOf(changed);
        changed.clear();
        return Optional.of(names);
    }

    /** What has started the runs of a deployment, in order. */
    List<TriggerRecord> started(String name) {
        return List.copyOf(runs.getOrDefault(name, Map.of()).values());
    }

    @Override
    public String name() {
        return "remembering";
    }

    @Override
    public Optional<Deployment> find(String name) {
        return Optional.ofNullable(deployments.get(name));
    }

    @Override
    public List<Deployment> list() {
        return List.copyOf(deployments.values());
    }

    @Override
    public List<DeploymentChange> history(String name) {
        return List.copyOf(changes.getOrDefault(name, List.of()));
    }

    @Override
    public TriggerRecord trigger(String name, TriggerRequest request) {
        Map<String, TriggerRecord> ofName = runs.computeIfAbsent(name, n -> new LinkedHashMap<>());
        return ofName.computeIfAbsent(
                request.id().orElseThrow(),
                id -> new TriggerRecord(
                        id,
                        name + "-" + ofName.size(),
                        name,
                        deployments.get(name).version(),
                        deployments.get(name).flow(),
                        request.parameters(),
                        request.cause(),
                        Instant.EPOCH));
    }

    @Override
    public Stream<TriggerRecord> triggers(String name) {
        return started(name).stream();
    }

    @Override
    public RunStanding standing(TriggerRecord run) {
        TriggeredStatus status = ended.contains(run.run()) ? TriggeredStatus.SUCCEEDED : TriggeredStatus.RUNNING;
        return new RunStanding(status, false, Optional.empty());
    }

    @Override
    public void forgetTriggers(Instant before) {
        forgotten.add(before);
    }

    @Override
    public void terminate(TriggerRecord run) {
        terminated.add(run.run());
        ended.add(run.run());
    }

    @Override
    public Deployment create(DeployRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Deployment version(String name, int version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Deployment rollback(String name, int version, Requester by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Deployment pause(String name, Requester by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Deployment unpause(String name, Requester by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(String name, Requester by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void suspend(TriggerRecord run) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unsuspend(TriggerRecord run) {
        throw new UnsupportedOperationException();
    }
}
