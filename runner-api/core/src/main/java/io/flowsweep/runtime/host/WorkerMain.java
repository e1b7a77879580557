package io.flowsweep.runtime.host;

import io.flowsweep.os.OwnUsage;
import io.flowsweep.os.ProcessTree;
import io.flowsweep.runtime.host.WorkerProtocol.Order;
import io.flowsweep.runtime.log.RunLogs;
import io.flowsweep.runtime.task.TaskOutput;
import io.flowsweep.runtime.time.Clock;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.store.Stores;
import io.flowsweep.store.UnwritableStoreException;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The main class of a worker: a JVM that carries out one run after the other, as its driver orders them (see
 * {@link WorkerProtocol}). It ends when its driver closes the pipe or dies. A run that exits, takes too long or needs too much
 * memory ends its worker.
 */
public final class WorkerMain {

    /** After this long without an order the heap is given back to the machine. */
    private static final long PAUSE_MILLIS = 300;

    /** How long what flows have registered for the end of the JVM may take. */
    private static final long LAST_WORDS_MILLIS = 2000;

    private final PrintStream driver =
            new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.US_ASCII);
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final JvmState clean = new JvmState();
    private final CurrentRun current = new CurrentRun();

    private WorkerMain() {}

    public static void main(String[] args) throws InterruptedException, IOException {
        WorkerMain worker = new WorkerMain();
        Runtime.getRuntime().addShutdownHook(new Thread(worker.current::noteExit, "exit-watch"));
        BufferedReader orders = new BufferedReader(
                new InputStreamReader(new FileInputStream("/dev/fd/" + WorkerProtocol.ORDERS), StandardCharsets.UTF_8));
        daemon(() -> worker.listen(orders)).start();
        try {
            worker.work();
        } catch (RuntimeException | Error e) { // what happened cannot be put on record
            worker.clean.restore();
            e.printStackTrace();
            ProcessTree.halt(e instanceof UnwritableStoreException ? UnwritableStoreException.EXIT_CODE : 1);
        }
    }

    private void work() throws InterruptedException, IOException {
        Clock.start(); // which is ours and not a run's
        Leftovers leftovers = new Leftovers();
        while (true) {
            Order order = orders.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            if (order == null) {
                System.gc();
                order = orders.take();
            }
            tell(WorkerProtocol.BEGUN);
            carryOut(order);
            ProcessTree.killChildren();
            clean.restore();
            tell(leftovers.any() ? WorkerProtocol.LEAVES : WorkerProtocol.STAYS);
        }
    }

    private void carryOut(Order order) throws IOException {
        Store store = Stores.open(URI.create(order.store()));
        Path output = store.localLog(StoreLayout.hostOutput(order.run(), order.host()))
                .orElseThrow(() -> new StoreException("a worker needs a store on files, but got " + order.store()));
        try (FileOutputStream file = new FileOutputStream(output.toFile(), true);
                TaskOutput printed = TaskOutput.to(file)) {
            printed.install();
            HostRun run = new HostRun(RunLogs.open(store, order.run()), order.host(), printed, OwnUsage.sinceNow());
            long limit = order.timeoutMillis();
            Optional<Future<?>> timeout =
                    limit == 0 ? Optional.empty() : Optional.of(Clock.after(limit, () -> run.timeOut(limit)));
            if (current.begin(run)) {
                run.execute();
                current.end();
            }
            timeout.ifPresent(t -> t.cancel(false));
        } finally {
            store.finish(order.run());
        }
    }

    private void listen(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                orders.add(Order.parse(line));
            }
        } catch (IOException e) {
            // the same as its end
        }
        current.orphan();
        Clock.after(LAST_WORDS_MILLIS, ProcessTree::halt);
        System.exit(0);
    }

    private void tell(String word) {
        driver.print(WorkerProtocol.MARK + word + "\n");
        driver.flush();
    }

    private static Thread daemon(Runnable body) {
        Thread thread = new Thread(body, "flowsweep-orders");
        thread.setDaemon(true);
        return thread;
    }
}
