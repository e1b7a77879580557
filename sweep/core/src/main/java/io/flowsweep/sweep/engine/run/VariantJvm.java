package io.flowsweep.sweep.engine.run;

import io.flowsweep.executor.jvm.Jdk;
import io.flowsweep.executor.jvm.Jdks;
import io.flowsweep.runner.Runner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gives a variant's runs the Java that its {@code jvm { home, options }} asks for. */
public final class VariantJvm {

    private VariantJvm() {}

    /**
     * @param jvm as the variant has resolved it: {@code home} is a folder, relative to the sweep file's, or a version;
     *     {@code options} a list, or a text that is split at blanks. Whether there is such a Java is asked when a run starts
     */
    static Runner given(Runner runner, Map<String, Object> jvm, Path folder) {
        if (jvm.isEmpty()) {
            return runner;
        }
        String[] options = options(jvm.get("options"));
        Object home = jvm.get("home");
        if (home == null) {
            return runner.jvmOptions(options);
        }
        return home instanceof Number version
                ? runner.jvm(version.intValue(), options)
                : runner.jvm(folder.resolve(home.toString()), options);
    }

    /**
     * Sees that a {@code jvm.home} is a Java that flows can run on.
     *
     * @param home a folder, relative to {@code folder}, or a version
     * @throws io.flowsweep.errors.InvalidInputException when it is none, or too old
     */
    public static void checkHome(Object home, Path folder) {
        if (home instanceof Number version) {
            Jdks.ofVersion(version.intValue());
        } else {
            Jdk.at(folder.resolve(home.toString()));
        }
    }

    private static String[] options(Object options) {
        return options instanceof List<?> list
                ? list.stream().map(Object::toString).toArray(String[]::new)
                : Stream.ofNullable(options)
                        .flatMap(text -> Stream.of(text.toString().strip().split("\\s+")))
                        .filter(option -> !option.isEmpty())
                        .toArray(String[]::new);
    }
}
