package io.flowsweep.sweep.engine.run;

import io.flowsweep.runner.Runner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gives a variant's runs the Java that its {@code jvm { home, options }} asks for. */
final class VariantJvm {

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

    private static String[] options(Object options) {
        return options instanceof List<?> list
                ? list.stream().map(Object::toString).toArray(String[]::new)
                : Stream.ofNullable(options)
                        .flatMap(text -> Stream.of(text.toString().strip().split("\\s+")))
                        .filter(option -> !option.isEmpty())
                        .toArray(String[]::new);
    }
}
