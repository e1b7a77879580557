package io.flowsweep.runtime.host;

import io.flowsweep.events.Owner;
import io.flowsweep.events.RunEvent.RunRequested;
import io.flowsweep.events.RunEvents;
import io.flowsweep.events.RunSettings;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Step;
import io.flowsweep.plan.ArtifactPlan;
import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.StepPlan;
import io.flowsweep.runtime.loading.LibraryClasses;
import io.flowsweep.runtime.task.Scratch;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.store.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Is the host of a small run in a store of its own: what it loads is what every host loads, and is put into the class-data archive
 * of hosts. So are the classes of the libraries whose jars are its arguments.
 */
public final class HostRehearsal {

    private HostRehearsal() {}

    /** A flow with a little of everything. */
    public static final class Sample extends FlowSpec {

        Map<String, Object> config;
        Double value;
        double[] values;

        @Step(next = "end")
        void start() {
            value = 1.0;
            values = new double[] {1, 2};
            current().report("value", 1, value);
            System.out.println("value " + value);
        }

        @Step
        void end() {
            value++;
        }
    }

    public static void main(String[] args) throws IOException {
        LibraryClasses.link(Stream.of(args).map(Path::of).toList());
        Scratch scratch = new Scratch("rehearsal");
        Runtime.getRuntime().addShutdownHook(new Thread(scratch::close));
        Path folder = scratch.folder("store");
        Store store = Stores.open(folder.toUri());
        String run = StoreLayout.run("Sample", "rehearsal");
        String classes = HostRehearsal.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        FlowPlan plan = FlowPlan.of("Sample")
                .flowClass(Sample.class.getName())
                .classPath(List.of(classes))
                .steps(List.of(
                        StepPlan.of("start", List.of("end"), List.of()),
                        StepPlan.of("end", List.of(), List.of("start"))))
                .artifacts(List.of(
                        new ArtifactPlan("value", "Double", "json"), new ArtifactPlan("values", "double[]", "array")))
                .configs(List.of(new ConfigPlan("config", "config", Map.of("key", 1L))))
                .build();
        RunRequested request =
                new RunRequested(Instant.now(), "rehearsal", parent(), List.of(), RunSettings.defaults(), plan);
        store.append(StoreLayout.runLog(run), List.of(RunEvents.toLine(request)));
        HostMain.main(new String[] {folder.toUri().toString(), run, "1", "0"});
    }

    private static Owner parent() {
        return new Owner(
                ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L), Instant.EPOCH, "");
    }
}
