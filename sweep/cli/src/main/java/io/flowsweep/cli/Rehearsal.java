package io.flowsweep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Runs what stands for all verbs in one JVM, so that the launcher's class-data archive holds what they need: help, a plan, and
 * whole sweeps from the compiling of a flow to charts and report: with charts that are asked for, with those that are
 * offered for many values, and of a command.
 */
final class Rehearsal {

    private static final String MANY = """
            flow = Darts.java
            config { darts = 10, seed = 0 }
            grid { seed { from = 1, to = 60 } }
            metrics { error { artifact = error } }
            """;

    private static final String COMMAND = """
            flow { command = ["true", "${args}"], inputs = [] }
            grid { params.number { from = 1, to = 4 } }
            metrics { seconds { duration = run } }
            """;

    private Rehearsal() {}

    /** @param args a sweep file, and a folder for sweeps of its own, which need not exist */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[1]));
        IntStream codes = IntStream.of(
                Main.run("--help"),
                Main.run("--version"),
                Main.run("plan", args[0]),
                Main.run("init", "java", folder.toString()),
                run(folder, folder.resolve("darts.conf")),
                run(folder, Files.writeString(folder.resolve("many.conf"), MANY)),
                run(folder, Files.writeString(folder.resolve("command.conf"), COMMAND)));
        System.exit(codes.max().orElseThrow());
    }

    private static int run(Path folder, Path sweep) {
        return Main.run(
                "run",
                sweep.toString(),
                "--executor",
                "inline",
                "--results",
                folder.resolve("results").toString());
    }
}
