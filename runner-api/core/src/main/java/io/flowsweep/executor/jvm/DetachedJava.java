package io.flowsweep.executor.jvm;

import io.flowsweep.executor.admission.Admission;
import io.flowsweep.executor.admission.Machine;
import io.flowsweep.executor.guard.Strays;
import io.flowsweep.executor.limits.ProcessLimits;
import io.flowsweep.os.Redirects;
import io.flowsweep.os.SearchPath;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts JVMs that outlive this one and its terminal. */
public final class DetachedJava {

    /** Who has a watcher that is not ours is not taken to belong to the tree of who has started him. */
    private static final String NOBODY = "none";

    private DetachedJava() {}

    /**
     * A JVM with the class path of this program, in a session of its own where there are such, so that the end of the terminal is
     * not its end; nor is the end of the host or the command that this program may be a part of.
     *
     * @param options of the JVM
     * @param main the name of its main class
     * @param folder where it works
     * @param output to which all that it prints is added; its folder exists
     */
    public static Process start(List<String> options, String main, List<String> arguments, Path folder, Path output)
            throws IOException {
        SearchPath programs = SearchPath.of(System.getenv());
        List<String> command =
                new ArrayList<>(programs.find("setsid").or(() -> programs.find("nohup")).map(Path::toString).stream()
                        .toList());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(classPath());
        command.add(main);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment
                .keySet()
                .removeAll(List.of(Admission.WITHIN, Machine.VARIABLE, Strays.VARIABLE)); // it outlives who has that
        environment.put(ProcessLimits.WATCHER, NOBODY);
        return builder.directory(folder.toFile())
                .redirectInput(Redirects.NO_INPUT)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output.toFile()))
                .start();
    }

    /** That of this program, absolute; JShell and containers of programs may not name what holds this class there. */
    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        JavaCommand.places().forEach(place -> places.add(place.toString()));
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!place.isEmpty()) {
                places.add(Path.of(place).toAbsolutePath().toString());
            }
        }
        return String.join(File.pathSeparator, places);
    }
}
