package io.flowsweep.executor.admission;

import io.flowsweep.store.StoreLayout;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Leases processors, memory, GPUs and shares of named pools of this machine among all of a user's processes.
 *
 * <p><b>Promise.</b> The open leases of all processes never add up to more than the machine. A lease is taken whole or not
 * at all, and ends with its process however that dies.
 *
 * <p><b>Order.</b> Within this process needs are served in the order in which they were asked, so a big one is not starved
 * by small ones behind it. Between processes the first need of each waits in line for what it lacks: what comes later and needs
 * some of that waits behind it, whatever needs other things passes. A process that dies leaves the line; one that is stopped
 * (SIGSTOP) keeps its place and what it has leased.
 *
 * <p><b>How.</b> One byte of {@code cpu.lock} a processor, one byte of {@code memory.lock} each 64 MiB, one of
 * {@code gpu.lock} a GPU, one of {@code pool-NAME.lock} a unit of that pool, locked in the operating system; high bytes
 * of the same files are the places in line, numbered by {@code tickets}. {@code gate.lock} is held during an attempt,
 * so that two processes cannot each take half of what both want. Leases closed in this process are noticed at once;
 * other processes tell nothing, so while one of them is in the way, the first in the queue looks again every
 * {@value #POLL_MILLIS} ms.
 *
 * <p>Thread-safe.
 */
public final class Admission {

    /**
     * In which a process is told that what a driver that it starts may lease is what was leased for it, under a name that no other has.
     * Else a sweep that is started by a run of another would wait for what that run holds.
     */
    public static final String WITHIN = "FLOWSWEEP_WITHIN";

    /** The system property that comes before {@link #WITHIN}: a host that is a JVM leases more for tasks where its driver does. */
    public static final String WITHIN_PROPERTY = "flowsweep.host.within";

    private static final long POLL_MILLIS = 50;
    private static final int GATE_TRIES = 50;
    private static final long GATE_NANOS = 200_000;

    private static final Map<Path, Admission> BY_FOLDER = new HashMap<>();

    private static Admission ofThisMachine;

    private final Path folder;
    private final Machine machine;
    private final Stock stock;
    private final UnitLocks gate;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Deque<Condition> queue = new ArrayDeque<>();

    /** Of the first in the queue. */
    private final WaitingLine line;

    private Admission(Path folder, Machine machine) throws IOException {
        this.folder = folder;
        this.machine = machine;
        this.stock = new Stock(folder, machine);
        this.gate = new UnitLocks(folder.resolve("gate.lock"), List.of(0));
        this.line = WaitingLine.in(folder);
    }

    /**
     * The admission to this machine for this user.
     *
     * @throws UnableToLeaseException when the lock files cannot be made
     */
    public static Admission ofThisMachine() {
        synchronized (BY_FOLDER) {
            if (ofThisMachine == null) {
                Path folder = UserFolder.locate(
                        System.getenv(),
                        Path.of(System.getProperty("java.io.tmpdir")),
                        System.getProperty("user.name"));
                String within = within();
                ofThisMachine = in(
                        within.isEmpty() ? folder : folder.resolve(StoreLayout.segment("within-" + within)),
                        Machine.current());
            }
            return ofThisMachine;
        }
    }

    private static String within() {
        return System.getProperty(WITHIN_PROPERTY, System.getenv().getOrDefault(WITHIN, ""));
    }

    /** Options of a JVM that leases where this process does, and not where those do that it starts. */
    public static List<String> shared() {
        return List.of(
                "-D" + Machine.PROPERTY + "=" + Machine.current().told(), "-D" + WITHIN_PROPERTY + "=" + within());
    }

    /**
     * The admission by lock files in a folder, which is made unless it exists; the same object for the same folder.
     *
     * @throws UnableToLeaseException when the lock files cannot be made
     * @throws IllegalArgumentException when this process has used the folder for another machine
     */
    public static Admission in(Path folder, Machine machine) {
        synchronized (BY_FOLDER) {
            try {
                Path known = UserFolder.make(folder.toAbsolutePath());
                Admission admission = BY_FOLDER.get(known);
                if (admission == null) {
                    admission = new Admission(known, machine);
                    BY_FOLDER.put(known, admission);
                }
                if (!admission.machine.equals(machine)) {
                    throw new IllegalArgumentException(
                            "the locks in " + known + " stand for " + admission.machine + ", but got " + machine);
                }
                return admission;
            } catch (IOException e) {
                throw new UnableToLeaseException(folder, e);
            }
        }
    }

    /** What there is to lease. */
    public Machine machine() {
        return machine;
    }

    /**
     * The memory that goes with some of the machine's processors when it is shared out evenly: as many needs of that many
     * processors and that much memory fit at once as there are processors for.
     *
     * @param cpus at least 1; more than the machine has count as all
     */
    public long fairMemoryBytes(int cpus) {
        return Stock.fairMemoryBytes(machine, cpus);
    }

    /**
     * Waits until the need fits, and leases it.
     *
     * @throws NeverFitsException at once, when the need is larger than the machine
     * @throws InterruptedException when the thread is interrupted; then nothing is leased
     */
    public Lease acquire(Need need) throws InterruptedException {
        checkFits(need);
        lock.lockInterruptibly();
        Condition turn = lock.newCondition();
        queue.addLast(turn);
        try {
            while (true) {
                if (queue.peekFirst() != turn) {
                    turn.await();
                    continue;
                }
                // What this process holds may be given back in a moment; a place in line would cost more than a short
                // run.
                if (!line.isWaiting() && !fitsBesideMine(need) && turn.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    continue;
                }
                Optional<Lease> lease = attempt(need, line);
                if (lease.isPresent()) {
                    return lease.get();
                }
                if (line.isWaiting() && !fitsBesideMine(need)) {
                    turn.await();
                } else {
                    turn.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } finally {
            if (queue.peekFirst() == turn) {
                leaveLine();
            }
            queue.remove(turn);
            wakeFirst();
            lock.unlock();
        }
    }

    /**
     * Leases the need if it fits now and nobody waits, in this process at all and in others for some of it.
     *
     * @throws NeverFitsException when the need is larger than the machine
     */
    public Optional<Lease> tryAcquire(Need need) {
        checkFits(need);
        lock.lock();
        try {
            return queue.isEmpty() && fitsBesideMine(need) ? attempt(need, WaitingLine.none()) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** How many threads of this process wait. */
    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /** Whether other processes see that this one waits. */
    boolean isInLine() {
        lock.lock();
        try {
            return line.isWaiting();
        } finally {
            lock.unlock();
        }
    }

    /** @throws NeverFitsException when the need is larger than the machine */
    public void checkFits(Need need) {
        if (!machine.fits(need)) {
            throw new NeverFitsException(need, machine);
        }
    }

    private boolean fitsBesideMine(Need need) {
        try {
            return stock.fitsBesideMine(need);
        } catch (IOException e) {
            throw new UnableToLeaseException(folder, e);
        }
    }

    private void leaveLine() {
        try {
            line.leave();
        } catch (IOException e) {
            throw new UnableToLeaseException(folder, e);
        }
    }

    private Optional<Lease> attempt(Need need, WaitingLine place) {
        try {
            Optional<List<FileLock>> pass = passGate();
            if (pass.isEmpty()) {
                return Optional.empty();
            }
            try {
                return take(need, place);
            } finally {
                gate.release(pass.get());
            }
        } catch (IOException e) {
            throw new UnableToLeaseException(folder, e);
        }
    }

    /** Others hold the gate for microseconds, so it is worth some tries; one that was stopped while in it is not waited for. */
    private Optional<List<FileLock>> passGate() throws IOException {
        Optional<List<FileLock>> pass = gate.take(1, 1);
        for (int i = 0; i < GATE_TRIES && pass.isEmpty(); i++) {
            LockSupport.parkNanos(GATE_NANOS);
            pass = gate.take(1, 1);
        }
        return pass;
    }

    private Optional<Lease> take(Need need, WaitingLine place) throws IOException {
        return stock.take(need, place).map(taken -> new Lease(need, taken, () -> release(taken)));
    }

    private void release(Stock.Taken taken) {
        lock.lock();
        try {
            stock.release(taken);
            wakeFirst();
        } catch (IOException e) {
            throw new UnableToLeaseException(folder, e);
        } finally {
            lock.unlock();
        }
    }

    private void wakeFirst() {
        Condition first = queue.peekFirst();
        if (first != null) {
            first.signal();
        }
    }
}
