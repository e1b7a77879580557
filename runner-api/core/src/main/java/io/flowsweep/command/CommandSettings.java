package io.flowsweep.command;

import io.flowsweep.plan.CommandPlan.GracePlan;
import io.flowsweep.plan.CommandPlan.WorkPolicy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link CommandSpec} while it is being made. */
final class CommandSettings {

    String name = "";
    List<String> argv;
    boolean shell;
    ArgsStyle style = ArgsStyle.EQUALS;
    String directory = Path.of("").toAbsolutePath().toString();
    final Map<String, String> environment = new LinkedHashMap<>();
    Optional<List<String>> inputs = Optional.empty();
    List<String> without = List.of();
    WorkPolicy work = WorkPolicy.LINK;
    boolean yaml;
    List<String> artifacts = List.of();
    GracePlan graces = GracePlan.DEFAULT;
    Map<String, String> places = Map.of();
    Optional<Boolean> together = Optional.empty();

    CommandSettings(List<String> argv, boolean shell) {
        this.argv = List.copyOf(argv);
        this.shell = shell;
    }

    CommandSettings(CommandSpec spec) {
        this(spec.argv(), spec.shell());
        name = spec.name();
        style = spec.style();
        directory = spec.directory();
        environment.putAll(spec.environment());
        inputs = spec.inputs();
        without = spec.without();
        work = spec.work();
        yaml = spec.yaml();
        artifacts = spec.artifacts();
        graces = spec.graces();
        places = spec.places();
        together = spec.together();
    }

    CommandSpec spec() {
        return new CommandSpec(
                name,
                argv,
                shell,
                style,
                directory,
                environment,
                inputs,
                without,
                work,
                yaml,
                artifacts,
                graces,
                places,
                together);
    }
}
