package io.flowsweep.executor.limits;

import java.math.BigInteger;
import java.util.List;

/** Calls of the tool {@code taskset}, which holds a process or a thread to some processors. */
final class Taskset {

    private Taskset() {}

    /** What goes before a command. */
    static List<String> before(List<Integer> processors) {
        return List.of("taskset", mask(processors));
    }

    /** @param thread the system's number of a thread that lives */
    static List<String> of(String thread, List<Integer> processors) {
        return List.of("taskset", "-p", mask(processors), thread);
    }

    /** As hexadecimal digits, which every {@code taskset} reads. */
    static String mask(List<Integer> processors) {
        BigInteger mask = BigInteger.ZERO;
        for (int processor : processors) {
            mask = mask.setBit(processor);
        }
        return "0x" + mask.toString(16);
    }
}
