package io.flowsweep.deployer;

import io.flowsweep.deployer.spi.DeployRequest;
import io.flowsweep.deployer.spi.Requester;
import io.flowsweep.deployer.spi.Target;
import io.flowsweep.deployer.spi.Targets;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.runner.RunTemplate;
import io.flowsweep.runner.Runner;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Says which flow to deploy and with what. Immutable: every method returns a changed copy, so one deployer may serve as the
 * template of many deployments, from many threads; the flow is compiled and read once for all of them.
 *
 * <pre>{@code
 * DeployedFlow flow = Deployer.of(Path.of("MatMul.java")).config("config", Map.of("cpu", 2, "dim", 1000)).branch("exp1").create();
 * TriggeredRun run = flow.trigger(Map.of("seconds", 5));
 * run.await(Duration.ofMinutes(5));
 * }</pre>
 */
public final class Deployer {

    private final Runner runner;
    private final Optional<String> name;
    private final String target;
    private final boolean force;

    private Deployer(Runner runner, Optional<String> name, String target, boolean force) {
        this.runner = runner;
        this.name = name;
        this.target = target;
        this.force = force;
    }

    /** A flow in a file or a folder, or a compiled one: see {@link Runner#of(Path)}. */
    public static Deployer of(Path source) {
        return of(Runner.of(source));
    }

    /** A flow on the class path of this program, or of a notebook: see {@link Runner#of(Class)}. All that class path is kept. */
    public static Deployer of(Class<? extends FlowSpec> flow) {
        return of(Runner.of(flow));
    }

    /** A flow whose source is in no file. */
    public static Deployer ofSource(String text) {
        return of(Runner.ofSource(text));
    }

    /** A flow with all that a runner was told, which its runs will have. */
    public static Deployer of(Runner runner) {
        return new Deployer(runner, Optional.empty(), Deployments.LOCAL, false);
    }

    /** What is deployed on the local target of the default store, by name; see {@link Deployments} for others. */
    public static List<DeployedFlow> deployments() {
        return Deployments.here().list();
    }

    /** A deployment on the local target of the default store, without its source at hand. */
    public static Optional<DeployedFlow> find(String name) {
        return Deployments.here().find(name);
    }

    /** See {@link Runner#config(String, Map)}. */
    public Deployer config(String config, Map<String, ?> value) {
        return with(r -> r.config(config, value));
    }

    /** See {@link Runner#config(String, String)}. */
    public Deployer config(String config, String value) {
        return with(r -> r.config(config, value));
    }

    /** See {@link Runner#config(String, Path)}. */
    public Deployer config(String config, Path file) {
        return with(r -> r.config(config, file));
    }

    /** The value of a parameter in runs that are given none. */
    public Deployer parameter(String parameter, Object value) {
        return with(r -> r.parameter(parameter, value));
    }

    /** The branch of the flow's project, which becomes {@code test.BRANCH} in the deployment's name and in the tags of its runs. */
    public Deployer branch(String branch) {
        return with(r -> r.branch(branch));
    }

    /** Adds tags, by which the Client finds the runs. */
    public Deployer tag(String... tags) {
        return with(r -> r.tag(tags));
    }

    /** The folder of the store; default as in {@link Runner#store(Path)}. */
    public Deployer store(Path folder) {
        return with(r -> r.store(folder));
    }

    /** Anything else that a run can be told. */
    public Deployer with(UnaryOperator<Runner> change) {
        return new Deployer(change.apply(runner), name, target, force);
    }

    /**
     * What to call the deployment of a flow that is in no project; default: the flow's name. A text that is no name is made
     * one: letters, digits, dots, dashes and underscores, at most 120.
     */
    public Deployer name(String deployment) {
        return new Deployer(runner, Optional.of(deployment), target, force);
    }

    /** Where to deploy it, by the target's name; default: {@code local}. */
    public Deployer target(String named) {
        return new Deployer(runner, name, named, force);
    }

    /** Whether to deploy over somebody else's deployment; default: false. */
    public Deployer force(boolean forced) {
        return new Deployer(runner, name, target, forced);
    }

    /**
     * What {@link #create} would deploy: checked and resolved, and nothing deployed yet. Its version is that which it would get.
     *
     * @throws InvalidInputException with all that is wrong
     */
    public Deployment plan() {
        RunTemplate run = runner.template();
        String called = DeploymentNames.of(run, name);
        Target where = Targets.named(target, runner.store());
        int version = where.history(called).stream()
                .mapToInt(DeploymentChange::version)
                .max()
                .orElse(0);
        return new Deployment(called, target, version + 1, User.name(), Instant.now(), false, run);
    }

    /**
     * Deploys the flow with everything as it is now: code, libraries, configs and files. Over a deployment of the same name it
     * makes a new version, which counts from then on.
     *
     * @throws InvalidInputException with all that is wrong; when the deployment is somebody else's, with the name; nothing was
     *     deployed then
     * @throws io.flowsweep.executor.admission.NeverFitsException when this machine can never carry it out
     */
    public DeployedFlow create() {
        RunTemplate run = runner.template();
        Target where = Targets.named(target, runner.store());
        Deployment made =
                where.create(new DeployRequest(DeploymentNames.of(run, name), run, new Requester(User.name(), force)));
        return new DeployedFlow(where, runner.store(), made);
    }

    @Override
    public String toString() {
        return "Deployer[" + name.map(n -> n + " ").orElse("") + runner + " to " + target + "]";
    }
}
