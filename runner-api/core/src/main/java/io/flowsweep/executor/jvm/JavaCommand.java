package io.flowsweep.executor.jvm;

import io.flowsweep.classfile.ClassPlace;
import io.flowsweep.events.JvmSettings;
import io.flowsweep.executor.HostResources;
import io.flowsweep.executor.HostSpec;
import io.flowsweep.executor.admission.Admission;
import io.flowsweep.executor.limits.HeapSize;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.runtime.host.HostMain;
import io.flowsweep.runtime.host.WorkerMain;
import io.flowsweep.runtime.host.WorkerProtocol;
import io.flowsweep.runtime.loading.LibraryFiles;
import io.flowsweep.runtime.place.HostProperties;
import io.flowsweep.runtime.time.Timeouts;
import io.flowsweep.store.StoreException;
import io.flowsweep.store.Stores;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The command line of a host's JVM. */
public final class JavaCommand {

    /** An interrupt from the keyboard reaches every process of the terminal; what to do about it is the owner's to say. */
    private static final String WITHOUT_INTERRUPTS = "trap '' INT; exec \"$@\"";

    /** The flows of a worker find nothing on their standard input, because the orders come another way. */
    private static final String WITH_ORDERS = WITHOUT_INTERRUPTS + " " + WorkerProtocol.ORDERS + "<&0 </dev/null";

    /** What a flow prints is kept in UTF-8 wherever it runs; for Java 17, and for Java 18 and later. */
    private static final List<String> IN_UTF_8 =
            List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");

    private JavaCommand() {}

    /** A host for this spec alone. */
    public static List<String> of(HostSpec spec) {
        List<String> command = jvm(spec, libraries(spec), WITHOUT_INTERRUPTS);
        command.add(HostMain.class.getName());
        command.add(spec.store().toString());
        command.add(spec.run());
        command.add(Integer.toString(spec.host()));
        command.add(Long.toString(spec.timeout().map(Timeouts::millis).orElse(0L)));
        return command;
    }

    /** A worker that is fit for this spec, and for every other for which the command is the same, whatever its libraries. */
    public static List<String> ofWorker(HostSpec spec) {
        List<String> command = jvm(spec, List.of(), WITH_ORDERS);
        command.add(WorkerMain.class.getName());
        return command;
    }

    /**
     * Starts a JVM with the options of a user, if there are any, to see whether it does.
     *
     * @throws io.flowsweep.errors.InvalidInputException when there is no such Java, or it does not start
     */
    public static void check(HostResources resources, Optional<JvmSettings> jvm) {
        if (jvm.isPresent()) {
            JvmCheck.check(Jdk.of(jvm), bounds(resources), jvm.get().options(), resources.memoryBytes());
        }
    }

    private static List<String> jvm(HostSpec spec, List<Path> libraries, String shell) {
        Jdk jdk = Jdk.of(spec.jvm());
        List<String> options = spec.jvm().map(JvmSettings::options).orElse(List.of());
        List<String> flags = bounds(spec.resources());
        flags.addAll(Collector.flags(options, spec.environment()));
        flags.addAll(HostArchive.ofThisUser().flags(jdk, libraries, System.getenv()));
        flags.addAll(options);
        List<String> command = new ArrayList<>(List.of("sh", "-c", shell, "host"));
        command.add(jdk.command().toString());
        command.addAll(flags);
        command.add("-D" + HostProperties.FLAGS + "=" + String.join("\n", flags));
        command.add("-D" + HostProperties.MEMORY + "=" + spec.resources().memoryBytes());
        command.addAll(Admission.shared());
        command.add("-cp");
        command.add(classPath());
        return command;
    }

    /** None when one is missing, which the host will say. */
    private static List<Path> libraries(HostSpec spec) {
        Optional<DependencyPlan> libraries = spec.request().plan().dependencies();
        try {
            return libraries.isEmpty() ? List.of() : LibraryFiles.of(libraries.get(), Stores.open(spec.store()));
        } catch (IllegalStateException | StoreException e) {
            return List.of();
        }
    }

    /** What keeps the JVM to its resources, and what it prints readable; for the processes that it starts for tasks too. */
    private static List<String> bounds(HostResources resources) {
        List<String> flags = new ArrayList<>();
        flags.add("-Xmx" + (HeapSize.of(resources.memoryBytes()) >> 10) + "k");
        flags.add("-XX:ActiveProcessorCount=" + Math.max(1, resources.cpu()));
        flags.add("-XX:+ExitOnOutOfMemoryError");
        flags.addAll(IN_UTF_8);
        return flags;
    }

    /** What a host loads: this module and the configuration library. */
    static String classPath() {
        return places().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** The parts of the class path: jars, or folders where this program runs from a build. */
    static Set<Path> places() {
        Set<Path> places = new LinkedHashSet<>();
        places.add(ClassPlace.of(HostMain.class));
        places.add(ClassPlace.of(com.typesafe.config.Config.class));
        return places;
    }
}
