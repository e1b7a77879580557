package io.flowsweep.sweep.file;

import java.lang.management.ManagementFactory;
import java.util.Map;

/** {@code ${machine.cpus}} and {@code ${machine.memory}} (bytes): what this JVM may use of the machine. */
final class Machine {

    private Machine() {}

    static Map<String, Object> names() {
        long memory = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getTotalMemorySize();
        return Map.of("cpus", Runtime.getRuntime().availableProcessors(), "memory", memory);
    }
}
