package io.flowsweep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Runs what stands for all verbs in one JVM, so that the launcher's class-data archive holds what they need: help, a plan, and a
 * whole sweep from the compiling of its flow to its charts and report.
 */
final class Rehearsal {

    private Rehearsal() {}

    /** @param args a sweep file, and a folder for a sweep of its own, which need not exist */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[1]));
        IntStream codes = IntStream.of(
                Main.run("--help"),
                Main.run("plan", args[0]),
                Main.run("init", "java", folder.toString()),
                Main.run(
                        "run",
                        folder.resolve("darts.conf").toString(),
                        "--executor",
                        "inline",
                        "--results",
                        folder.resolve("results").toString()));
        System.exit(codes.max().orElseThrow());
    }
}
