package io.flowsweep.os;

import io.flowsweep.events.ResourceUsage;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What this process takes from some moment on; where the system does not tell, nothing is known. */
public final class OwnUsage {

    private static final String PEAK = "VmHWM:";

    /** In seconds since the system's start. */
    private final double start;

    private final double cpuBefore;

    private OwnUsage(double start, double cpuBefore) {
        this.start = start;
        this.cpuBefore = cpuBefore;
    }

    /** From the process's start. */
    public static OwnUsage sinceStart() {
        Optional<ProcessRow> row = ProcessRow.self();
        return new OwnUsage(row.isPresent() ? row.get().started() / ProcFiles.TICKS : 0, 0);
    }

    /** From now. The system's memory of the process's peak starts anew, so that one such counting at a time makes sense. */
    public static OwnUsage sinceNow() {
        forgetPeak();
        Optional<ProcessRow> row = ProcessRow.self();
        return new OwnUsage(uptime(), row.isPresent() ? row.get().cpuSeconds() : 0);
    }

    /** What it was so far; of the memory of processes that it started nothing is known. */
    public Optional<ResourceUsage> soFar() {
        Optional<ProcessRow> now = ProcessRow.self();
        Optional<String> status = ProcFiles.read("/proc/self/status");
        if (now.isEmpty() || status.isEmpty()) {
            return Optional.empty();
        }
        long peak = ProcFiles.bytes(status.get(), PEAK);
        double wall = Math.round((uptime() - start) * ProcFiles.TICKS) / ProcFiles.TICKS;
        return peak < 0
                ? Optional.empty()
                : Optional.of(new ResourceUsage(peak, now.get().cpuSeconds() - cpuBefore, wall));
    }

    /**
     * The memory that this process has now, but for pages of files, in bytes. The kernel has it counted; what it has to add up,
     * as for {@link PrivateMemory}, takes it milliseconds in a large process.
     */
    public static Optional<Long> memoryBytes() {
        Optional<String> status = ProcFiles.read("/proc/self/status");
        if (status.isEmpty()) {
            return Optional.empty();
        }
        long anonymous = ProcFiles.bytes(status.get(), "RssAnon:");
        long shared = ProcFiles.bytes(status.get(), "RssShmem:");
        return anonymous < 0 ? Optional.empty() : Optional.of(anonymous + Math.max(0, shared));
    }

    /** Seconds since the system's start, to a hundredth. */
    private static double uptime() {
        Optional<String> text = ProcFiles.read("/proc/uptime");
        return text.isPresent()
                ? Double.parseDouble(text.get().substring(0, text.get().indexOf(' ')))
                : 0;
    }

    private static void forgetPeak() {
        try (OutputStream refs = new FileOutputStream("/proc/self/clear_refs")) {
            refs.write("5".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return; // then the peak is that of the process's whole life
        }
    }
}
