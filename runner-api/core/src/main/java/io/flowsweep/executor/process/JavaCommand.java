package io.flowsweep.executor.process;

import io.flowsweep.executor.HostSpec;
import io.flowsweep.runtime.HostMain;
import io.flowsweep.runtime.Timeouts;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The command line of a host's JVM. */
final class JavaCommand {

    /** The heap's share of the host's memory: the rest is for metaspace, code, threads and direct buffers. */
    private static final double HEAP_SHARE = 0.75;

    private static final long LEAST_HEAP = 16L << 20;

    /** An interrupt from the keyboard reaches every process of the terminal; what to do about it is the owner's to say. */
    private static final List<String> WITHOUT_INTERRUPTS = List.of("sh", "-c", "trap '' INT; exec \"$@\"", "host");

    /** What a flow prints is kept in UTF-8 wherever it runs; for Java 17, and for Java 18 and later. */
    private static final List<String> IN_UTF_8 =
            List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");

    private JavaCommand() {}

    static List<String> of(HostSpec spec) {
        List<String> command = new ArrayList<>(WITHOUT_INTERRUPTS);
        List<String> flags = flags(spec);
        command.add(java());
        command.addAll(flags);
        command.add("-Dflowsweep.host.flags=" + String.join("\n", flags));
        command.add("-Dflowsweep.host.cpu=" + spec.resources().cpu());
        command.add("-Dflowsweep.host.memory=" + spec.resources().memoryBytes());
        command.add("-cp");
        command.add(classPath());
        command.add(HostMain.class.getName());
        command.add(spec.store().toString());
        command.add(spec.run());
        command.add(Integer.toString(spec.host()));
        command.add(Long.toString(spec.timeout().map(Timeouts::millis).orElse(0L)));
        return command;
    }

    /** What bounds the JVM, and makes it start fast; the same for the processes that the host starts for tasks. */
    private static List<String> flags(HostSpec spec) {
        long heap = Math.max(LEAST_HEAP, (long) (spec.resources().memoryBytes() * HEAP_SHARE));
        List<String> flags = new ArrayList<>();
        flags.add("-Xmx" + (heap >> 10) + "k");
        flags.add("-XX:ActiveProcessorCount=" + spec.resources().cpu());
        flags.add("-XX:+ExitOnOutOfMemoryError");
        flags.addAll(IN_UTF_8);
        flags.addAll(HostArchive.flags());
        return flags;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What a host loads: this module, the JSON library and the configuration library. */
    static String classPath() {
        return places().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** The parts of the class path: jars, or folders where this program runs from a build. */
    static Set<Path> places() {
        Set<Path> places = new LinkedHashSet<>();
        places.add(place(HostMain.class));
        places.add(place(com.fasterxml.jackson.core.JsonFactory.class));
        places.add(place(com.typesafe.config.Config.class));
        return places;
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
