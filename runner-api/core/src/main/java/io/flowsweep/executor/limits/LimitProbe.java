package io.flowsweep.executor.limits;

import io.flowsweep.executor.admission.Machine;
import io.flowsweep.os.ProcessRow;
import io.flowsweep.os.Redirects;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds out by which means this machine lets a process be limited. */
final class LimitProbe {

    private LimitProbe() {}

    /** Tries each of them on a shell; takes some milliseconds. */
    static Set<Limit> offered() {
        Set<Limit> offered = EnumSet.noneOf(Limit.class);
        ProcessRow.of(ProcessHandle.current().pid()).ifPresent(row -> offered.add(Limit.WATCH));
        Cgroup.ofThisProcess().ifPresent(group -> offered.add(Limit.CGROUP));
        String processors = Taskset.mask(Machine.current().processors());
        String tried = output("(ulimit -d 4194304) 2>/dev/null && echo data; taskset " + processors
                + " true 2>/dev/null && echo affinity");
        offered.addAll(Limit.named(tried.strip().replaceAll("\\s+", ",")));
        return offered;
    }

    private static String output(String script) {
        try {
            Process shell = new ProcessBuilder(List.of("sh", "-c", script))
                    .redirectInput(Redirects.NO_INPUT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
