package io.flowsweep.runtime.place;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.os.OwnUsage;
import io.flowsweep.os.ProcessTree;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.runtime.artifact.ArtifactCodec;
import io.flowsweep.runtime.log.HostLog;
import io.flowsweep.runtime.log.RunLogs;
import io.flowsweep.runtime.task.TaskBodies;
import io.flowsweep.runtime.task.TaskBody;
import io.flowsweep.runtime.task.TaskOrder;
import io.flowsweep.runtime.task.TaskOutput;
import io.flowsweep.runtime.task.TaskResult;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLocation;
import io.flowsweep.store.Stores;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The main class of a process that carries out tasks for the host that started it: {@code TaskHostMain STORE RUN HOST CHILD
 * [LIBRARIES]}, where the last is the key of a step's own libraries.
 * Reads orders from standard input and tells its host what comes of them on standard output, a line each, in UTF-8; what the
 * flow prints goes to standard error, and its standard input is empty. It ends when its input does.
 */
public final class TaskHostMain {

    /** The exit code of a JVM that ran out of memory; HotSpot's own. */
    static final int OUT_OF_MEMORY = 3;

    /** The exit code when the flow told the JVM to exit. */
    static final int EXITED = 98;

    /** Begins what a process tells its host; anything else on a line before it was printed by native code or by the JVM. */
    static final String MARK = "\u0002flowsweep ";

    /** Told when the task begins: what came before was the start of the process. */
    static final String BEGUN = "begun";

    private TaskHostMain() {}

    public static void main(String[] args) throws IOException {
        PrintStream host = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        InputStream in = System.in;
        System.setIn(InputStream.nullInputStream());
        TaskOutput printed = TaskOutput.to(new FileOutputStream(FileDescriptor.err));
        printed.install();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> halt(EXITED, printed), "exit-watch"));
        Store store = Stores.open(URI.create(args[0]));
        System.setProperty(StoreLocation.OF_THE_RUN, store.uri().getPath());
        RunLogs logs = RunLogs.open(store, args[1]);
        HostLog log = logs.childLog(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        try (TaskBodies bodies = new TaskBodies(logs.request(), new ArtifactCodec(store), log);
                BufferedReader orders = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            TaskBody body =
                    bodies.with(args.length > 4 ? libraries(logs.request().plan(), args[4]) : Optional.empty());
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                TaskOrder order = ValueCodec.decode(TaskOrder.class, Json.parse(line));
                tell(host, BEGUN);
                OwnUsage usage = OwnUsage.sinceNow();
                TaskResult result = body.perform(order);
                printed.endLines(); // before the host learns of the end: it may kill this process then
                tell(host, Json.write(ValueCodec.encode(TaskResult.class, result.withUsage(usage.soFar()))));
            }
        }
        halt(0, printed);
    }

    private static Optional<DependencyPlan> libraries(FlowPlan plan, String key) {
        return plan.steps().stream()
                .flatMap(step -> step.rules().dependencies().stream())
                .filter(set -> set.key().equals(key))
                .findFirst();
    }

    private static void tell(PrintStream host, String what) {
        host.println(MARK + what);
        host.flush();
    }

    private static void halt(int code, TaskOutput printed) {
        printed.close();
        ProcessTree.killChildren();
        Runtime.getRuntime().halt(code);
    }
}
