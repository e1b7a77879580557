package io.flowsweep.metaflow.testing;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that speaks S3, by the package moto in the Python of tests. */
public final class Moto implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)");

    private final Process process;
    private final Path output;
    private final String address;

    private Moto(Process process, Path output) {
        this.process = process;
        this.output = output;
        await(
                "the server to say where it is, or to end",
                () -> !process.isAlive() || address().find());
        Matcher said = address();
        assertThat(said.find()).as("moto has not started; see " + output).isTrue();
        this.address = said.group(1);
    }

    private Matcher address() {
        try {
            return ADDRESS.matcher(Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one; a test is skipped where it is not installed. */
    public static Moto start(Python python) throws IOException {
        Path program = python.command().resolveSibling("moto_server");
        assumeTrue(Files.isExecutable(program), "needs moto: pip install 'moto[server]' beside Metaflow");
        Path output = Files.createTempFile("moto", ".log");
        Process process = new ProcessBuilder(program.toString(), "-H", "127.0.0.1", "-p", "0")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Moto moto = new Moto(process, output);
        await("the server to listen", () -> moto.answers("GET", "/"));
        return moto;
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
        output.toFile().delete();
    }
}
