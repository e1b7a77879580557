package io.flowsweep.executor.limits;

import io.flowsweep.events.ResourceUsage;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What this process takes from some moment on; where the system does not tell, nothing is known. */
public final class OwnUsage {

    private static final String PEAK = "VmHWM:";

    private final Instant start;
    private final double cpuBefore;

    private OwnUsage(Instant start, double cpuBefore) {
        this.start = start;
        this.cpuBefore = cpuBefore;
    }

    /** From the process's start. */
    public static OwnUsage sinceStart() {
        return new OwnUsage(ProcessHandle.current().info().startInstant().orElseGet(Instant::now), 0);
    }

    /** From now. The system's memory of the process's peak starts anew, so that one such counting at a time makes sense. */
    public static OwnUsage sinceNow() {
        forgetPeak();
        return new OwnUsage(Instant.now(), self().map(ProcessRow::cpuSeconds).orElse(0.0));
    }

    /** What it was so far; of the memory of processes that it started nothing is known. */
    public Optional<ResourceUsage> soFar() {
        return self().flatMap(now -> ProcFiles.read(now.pid(), "status")
                .flatMap(OwnUsage::peakBytes)
                .map(peak -> new ResourceUsage(
                        peak,
                        now.cpuSeconds() - cpuBefore,
                        Duration.between(start, Instant.now()).toMillis() / 1e3)));
    }

    /** The memory that this process has for itself now. */
    public static Optional<Long> memoryBytes() {
        return OwnMemory.of(ProcessHandle.current().pid());
    }

    private static Optional<ProcessRow> self() {
        return ProcessRow.of(ProcessHandle.current().pid());
    }

    private static Optional<Long> peakBytes(String status) {
        return status.lines()
                .filter(line -> line.startsWith(PEAK))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10);
    }

    private static void forgetPeak() {
        try (OutputStream refs = new FileOutputStream("/proc/self/clear_refs")) {
            refs.write("5".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return; // then the peak is that of the process's whole life
        }
    }
}
