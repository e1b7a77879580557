package io.flowsweep.metaflow.testing;

import static io.flowsweep.testing.Conditions.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A server that speaks S3, by the package moto in the Python of tests. */
public final class Moto implements AutoCloseable {

    private final Process process;
    private final String address;

    private Moto(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts one; a test is skipped where it is not installed. */
    public static Moto start(Python python) throws IOException {
        Path program = python.command().resolveSibling("moto_server");
        assumeTrue(Files.isExecutable(program), "needs moto: pip install 'moto[server]' beside Metaflow");
        int port = freePort();
        Process process = new ProcessBuilder(program.toString(), "-H", "127.0.0.1", "-p", Integer.toString(port))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Moto moto = new Moto(process, "http://127.0.0.1:" + port);
        await("the server to listen", () -> moto.answers("GET", "/"));
        return moto;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public void makeBucket(String name) {
        await("the bucket", () -> answers("PUT", "/" + name));
    }

    /**
     * Of Metaflow, to keep all in a bucket.
     *
     * @param config a file of settings for AWS
     */
    public Map<String, String> settings(String bucket, Path config) {
        return Map.of(
                "METAFLOW_DEFAULT_DATASTORE",
                "s3",
                "METAFLOW_DATASTORE_SYSROOT_S3",
                "s3://" + bucket + "/metaflow",
                "METAFLOW_S3_ENDPOINT_URL",
                address,
                "AWS_CONFIG_FILE",
                config.toString());
    }

    private boolean answers(String method, String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address + path).toURL().openConnection();
            connection.setRequestMethod(method);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
