package io.flowsweep.sweep.file;

import io.flowsweep.executor.jvm.Jdk;
import io.flowsweep.executor.jvm.Jdks;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * {@code ${machine.cpus}} and {@code ${machine.memory}} (bytes): what this JVM may use of the machine. {@code ${machine.jdks}}:
 * the versions of the JDKs there are, each of which is a {@code jvm.home}.
 */
final class MachineNames {

    private MachineNames() {}

    static Map<String, Object> names() {
        long memory = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getTotalMemorySize();
        return Map.of(
                "cpus",
                Runtime.getRuntime().availableProcessors(),
                "memory",
                memory,
                "jdks",
                Jdks.onThisMachine().stream().map(Jdk::feature).toList());
    }
}
