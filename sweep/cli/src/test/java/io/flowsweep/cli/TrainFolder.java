package io.flowsweep.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder with a flow that reports its loss step by step, sweeps of it, and a store for them. */
record TrainFolder(Path path) {

    static final String FLOW = """
            import io.flowsweep.flow.*;

            public class Train extends FlowSpec {
                record Settings(double rate, int depth, int seed) {}

                @FlowConfig Settings config;
                Double accuracy;
                Double spread;

                @Step(next = "end")
                void start() {
                    if (config.rate() > 5) {
                        throw new IllegalStateException("diverged");
                    }
                    double noise = new java.util.Random(config.seed()).nextDouble();
                    for (int step = 1; step <= 4; step++) {
                        current().report("loss", step, Math.abs(step - 3) + config.rate() + 0.1 * noise);
                    }
                    accuracy = config.depth() - config.rate() + 0.1 * noise;
                    spread = noise;
                }

                @Step
                void end() {}
            }
            """;

    static final String SWEEP = """
            name = train
            flow = Train.java
            config { rate = 0.1, depth = 1, seed = 0 }
            grid { rate = [0.1, 1, 10], depth = [1, 2] }
            repeats { n = 3, seed_path = seed }
            metrics {
              accuracy { artifact = accuracy, goal = maximize }
              loss { reported = loss, goal = minimize }
            }
            objective = accuracy
            run { executor = inline }
            """;

    static TrainFolder in(Path path) {
        TrainFolder folder = new TrainFolder(path);
        folder.write("Train.java", FLOW);
        return folder;
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(path.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the sweep of a text that is written to {@code train.conf}. */
    Cli run(String text, String... words) {
        List<String> all =
                new ArrayList<>(List.of("run", write("train.conf", text).toString()));
        all.addAll(List.of(words));
        all.addAll(List.of("--results", path.resolve("out").toString()));
        return flowsweep(all.toArray(String[]::new));
    }

    /** A command with the folder's store. */
    Cli flowsweep(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--store", path.resolve("store").toString()));
        return Cli.run(all.toArray(String[]::new));
    }
}
