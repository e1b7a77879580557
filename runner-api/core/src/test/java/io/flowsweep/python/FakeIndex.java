package io.flowsweep.python;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flowsweep.codec.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A package index on the loopback that offers the wheels of a folder, and may be told to do it badly. */
final class FakeIndex implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Path folder;

    /** What becomes of the content of a file. */
    volatile UnaryOperator<byte[]> content = UnaryOperator.identity();

    /** Whether a request for a list is answered at all. */
    volatile boolean silent;

    /** Counted down by the first request. */
    final CountDownLatch asked = new CountDownLatch(1);

    private final CountDownLatch closed = new CountDownLatch(1);

    FakeIndex(Path folder) throws IOException {
        this.folder = folder;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/simple/", this::list);
        server.createContext("/files/", this::file);
        server.start();
    }

    /** @param user {@code name:password@}, or nothing */
    String url(String user) {
        return "http://" + user + "127.0.0.1:" + server.getAddress().getPort() + "/simple";
    }

    private void list(HttpExchange exchange) throws IOException {
        asked.countDown();
        if (silent) {
            awaitClose();
        }
        String name = exchange.getRequestURI().getPath().replaceAll("^/simple/|/$", "");
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html><body>");
        try (Stream<Path> wheels = Files.list(folder)) {
            List<Path> named = wheels.filter(
                            wheel -> wheel.getFileName().toString().startsWith(name + "-"))
                    .toList();
            named.forEach(wheel -> page.append(
                    "<a href=\"/files/%1$s#sha256=%2$s\">%1$s</a>".formatted(wheel.getFileName(), Sha256.of(wheel))));
            answer(
                    exchange,
                    named.isEmpty() ? 404 : 200,
                    "text/html",
                    page.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void file(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring("/files/".length());
        answer(exchange, 200, "application/zip", content.apply(Files.readAllBytes(folder.resolve(name))));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
