package io.flowsweep.cli.endtoend;

import io.flowsweep.store.FileTrees;
import io.flowsweep.testing.JavaProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * The command that starts the command line on the class path of this process, with a class-data archive as its launcher makes one: some
 * hundred starts take a third less then. Both are made once for this process and gone with it. An archive is of jars only, so folders
 * of classes become some.
 */
final class CommandLineArchive {

    private static final List<String> COMMAND = make();

    private CommandLineArchive() {}

    /** What comes before the name of the main class. */
    static List<String> java() {
        return COMMAND;
    }

    private static List<String> make() {
        try {
            Path folder = Files.createTempDirectory("flowsweep-cli-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            String classPath = jars(folder);
            Path archive = folder.resolve("cli.jsa");
            rehearse(folder, archive, classPath);
            List<String> command = new ArrayList<>(JavaProcess.java());
            if (Files.exists(archive)) {
                command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
            }
            command.addAll(List.of("-cp", classPath));
            return List.copyOf(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String jars(Path folder) {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            jars.add(Files.isDirectory(Path.of(entry)) ? jar(entry, folder.resolve(jars.size() + ".jar")) : entry);
        }
        return String.join(File.pathSeparator, jars);
    }

    private static String jar(String classes, Path jar) {
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes, ".");
        if (code != 0) {
            throw new IllegalStateException("jar failed with code " + code);
        }
        return jar.toString();
    }

    private static void rehearse(Path folder, Path archive, String classPath) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(JavaProcess.java());
        command.addAll(List.of(
                "-XX:ArchiveClassesAtExit=" + archive,
                "-cp",
                classPath,
                "io.flowsweep.cli.Rehearsal",
                Path.of("../../sweeps/matmul.conf").toAbsolutePath().normalize().toString(),
                folder.resolve("rehearsal").toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD);
        builder.environment().put("FLOWSWEEP_HOME", folder.resolve("store").toString());
        builder.start().waitFor();
    }

    private static void remove(Path folder) {
        try {
            FileTrees.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
