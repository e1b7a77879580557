package io.flowsweep.sweep;

import io.flowsweep.flow.MemorySize;
import io.flowsweep.plan.ResourcePlan;
import java.util.ArrayList;
import java.util.List;

/** Resources in a few words. */
final class ResourceText {

    private ResourceText() {}

    /** {@code 2 cpu, 4 GiB, 1 gpu, 1 licence}. */
    static String of(ResourcePlan resources) {
        List<String> parts = new ArrayList<>(List.of(resources.cpu() + " cpu"));
        resources.memoryBytes().ifPresent(bytes -> parts.add(MemorySize.text(bytes)));
        if (resources.gpu() > 0) {
            parts.add(resources.gpu() + " gpu");
        }
        resources.pools().forEach((pool, units) -> parts.add(units + " " + pool));
        return String.join(", ", parts);
    }
}
