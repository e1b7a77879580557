package io.flowsweep.sweep.live;

import com.sun.net.httpserver.HttpServer;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.RecordedSweep;
import io.flowsweep.threads.Daemons;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A page for one sweep, served to browsers of this machine only. It shows a sweep that goes on, in this process or in
 * another, and one that has ended. Thread-safe; its threads are daemons of the lowest priority, so that they neither
 * keep a process alive nor slow a sweep.
 */
public final class LivePage implements AutoCloseable {

    private static final int MOST_PORTS = 50;

    private final HttpServer server;
    private final ExecutorService threads;
    private final LiveSweep sweep;
    private final AccessFilter guard;

    private LivePage(HttpServer server, RecordedSweep recorded) {
        this.server = server;
        this.sweep = new LiveSweep(recorded);
        this.guard = new AccessFilter(server.getAddress().getPort());
        this.threads = Executors.newCachedThreadPool(Daemons.quiet("flowsweep-page"));
        ViewCharts charts = new ViewCharts(sweep);
        answer("/", new Assets());
        answer("/api/events", new EventStream(sweep));
        answer("/api/sweep", new SweepFacts(sweep, charts));
        answer("/api/table", new TableAnswer(sweep));
        answer("/api/chart", new ChartAnswer(charts));
        answer("/api/brush", new BrushAnswer(charts));
        answer("/api/variant", new VariantAnswer(sweep));
        answer("/api/cards", new CardsAnswer(sweep));
        answer("/api/control", new ControlAnswer(sweep));
        server.setExecutor(threads);
        server.start();
    }

    private void answer(String path, Answer answer) {
        server.createContext(path, new Answering(answer)).getFilters().addAll(List.of(guard));
    }

    /**
     * Serves the page until it is closed.
     *
     * @param port the port to listen at; when it is in use, the next free one of the {@value #MOST_PORTS} behind it. 0 for any
     * @throws InvalidInputException when none of them is free
     */
    public static LivePage open(RecordedSweep sweep, int port) {
        for (int tried = port; tried < port + MOST_PORTS && tried <= 65_535; tried++) {
            try {
                InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), tried);
                return new LivePage(HttpServer.create(address, 0), sweep);
            } catch (BindException e) {
                continue; // somebody else has it
            } catch (IOException e) {
                throw new InvalidInputException("the page cannot be served: " + e.getMessage(), "--port " + tried, "");
            }
        }
        throw new InvalidInputException(
                "no port from " + port + " on is free",
                "--port " + port,
                "Name another one, or 0 for any that is free.");
    }

    /** The port that it listens at. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The address to open. It lets one browser in, and that one from then on; others need a new one. */
    public String url() {
        return "http://127.0.0.1:" + port() + "/?token=" + guard.newToken();
    }

    /** Ends the page: browsers that show it keep what they have. */
    @Override
    public void close() {
        sweep.close();
        server.stop(0);
        threads.shutdownNow();
    }

    /** {@code LivePage[port 8765, matmul-1a2b3c4d]}. */
    @Override
    public String toString() {
        return "LivePage[port " + port() + ", " + sweep.recorded().id() + "]";
    }
}
