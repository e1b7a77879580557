package io.flowsweep.executor.limits;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The variables by which the libraries of makers of GPUs are told which ones to use. */
final class GpuVariables {

    private GpuVariables() {}

    /** None when no GPUs were leased: what a process sees then is as its starter sees it. */
    static Map<String, String> of(List<Integer> gpus) {
        Map<String, String> variables = new TreeMap<>();
        if (!gpus.isEmpty()) {
            String list = gpus.stream().map(String::valueOf).collect(Collectors.joining(","));
            variables.put("CUDA_VISIBLE_DEVICES", list);
            variables.put("CUDA_DEVICE_ORDER", "PCI_BUS_ID"); // the order of nvidia-smi
            variables.put("HIP_VISIBLE_DEVICES", list);
        }
        return variables;
    }
}
