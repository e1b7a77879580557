package io.flowsweep.sweep.engine;

import io.flowsweep.config.GitInformation;
import io.flowsweep.flow.ConfigParser.Input;
import io.flowsweep.sweep.events.SweepEvent.Checkout;
import io.flowsweep.sweep.events.SweepEvent.EnvironmentFound;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Finds out what a report says of a sweep's surroundings. */
final class Environment {

    private Environment() {}

    /** @param folder of the sweep file */
    static EnvironmentFound find(Path folder) {
        String system = String.join(
                " ", System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("os.arch"));
        return new EnvironmentFound(Instant.now(), system, Runtime.version().toString(), checkout(folder));
    }

    private static Optional<Checkout> checkout(Path folder) {
        Map<String, ?> git = new GitInformation().parse(new Input("", Optional.empty(), folder));
        return Optional.ofNullable(git)
                .map(g ->
                        new Checkout((String) g.get("commit"), Optional.ofNullable((String) g.get("branch")), (Boolean)
                                g.get("dirty")));
    }
}
