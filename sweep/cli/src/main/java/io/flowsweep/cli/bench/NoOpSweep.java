package io.flowsweep.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sweep over a flow of two steps that keeps one number, in a folder; started as a user would start it. */
final class NoOpSweep {

    private static final String MAIN = "io.flowsweep.cli.Main";
    private static final String OPTIONS = "FLOWSWEEP_JAVA_OPTS";

    private final Path folder;

    /** Puts the flow into the folder. */
    NoOpSweep(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("NoOp.java"), Contenders.resource("NoOp.java.txt"));
    }

    /** Its store, below the folder. */
    Path store() {
        return folder.resolve("store");
    }

    /** Runs so many variants, whatever is on record. */
    List<String> fresh(String executor, int variants) {
        List<String> command = command(List.of(), executor, variants);
        command.add("--fresh");
        return command;
    }

    /** Runs those of so many variants that are not on record. */
    List<String> command(List<String> jvmOptions, String executor, int variants) {
        List<String> command = run(jvmOptions, "noop", variants);
        command.addAll(List.of("--executor", executor));
        return command;
    }

    /** Runs a program so many times, whatever is on record. */
    List<String> program(int variants) {
        List<String> command = run(List.of(), "command", variants);
        command.add("--fresh");
        return command;
    }

    private List<String> run(List<String> jvmOptions, String name, int variants) {
        Path file = folder.resolve(name + "-" + variants + ".conf");
        try {
            String text = Contenders.resource(name + ".conf.txt");
            Files.writeString(file, text.replace("COUNT", Integer.toString(variants)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = flowsweep(jvmOptions);
        command.addAll(List.of("run", file.toString(), "--store", store().toString()));
        return command;
    }

    /** Through the launcher, which gives the JVM its options; without one as this JVM was started. */
    List<String> flowsweep(List<String> jvmOptions) {
        Optional<Path> launcher = Optional.ofNullable(System.getProperty("flowsweep.home"))
                .map(home -> Path.of(home, "flowsweep"))
                .filter(Files::isExecutable);
        if (launcher.isPresent()) {
            String options = System.getenv().getOrDefault(OPTIONS, "") + " " + String.join(" ", jvmOptions);
            return new ArrayList<>(
                    List.of("env", OPTIONS + "=" + options, launcher.get().toString()));
        }
        List<String> command = new ArrayList<>(List.of(Contenders.java()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        return command;
    }
}
