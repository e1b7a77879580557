package io.flowsweep.sweep.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.codec.Json;
import io.flowsweep.sweep.file.SweepFile;
import io.flowsweep.sweep.file.SweepSpec;
import io.flowsweep.sweep.file.Variants;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** As {@link FuzzTest}, for sweep files: what is more, no file outside of the project is read and no connection opened. */
@Timeout(3600)
class FileFuzzTest {

    private static final String SECRET = "s3cr3t-0ut51de";

    private static final String SWEEP = """
            flow = flows/MatMul.java
            let { most = ${machine.cpus}, dims = [1, 2] }
            name = matmul
            config { include "base.conf", cpu = 1, opt { lr = 0.1, type = sgd }, id = ${cpu}x${dim}, names = [a] }
            params { seconds = 5, label = "c${config.cpu}" }
            grid { dim = ${let.dims}, cpu { from = 1, to = 3, step = 1 }, opt.lr = [0.1, 0.2], params.seconds = [1] }
            metrics { perf { artifact = squares, goal = maximize, unit = "1/s" }, acc = accuracy }
            objective = perf
            charts = [ { type = line, x = cpu, y = perf, series = dim, log_x = true } ]
            tags = ["cpu:${config.cpu}", x-${config.id}]
            run { executor = inline, parallel = 3, variant_timeout = 5m, exclusive = true }
            """;

    private static final List<String> WORDS = List.of(
            "{",
            "}",
            "[",
            "]",
            "=",
            ":",
            ",",
            "\"",
            "\"\"\"",
            "$",
            "${",
            "${?",
            "${config.cpu}",
            "${let.x}",
            "+=",
            "#",
            "\n",
            "include ",
            "cpu",
            "grid",
            "config",
            "let",
            "params",
            "null",
            "true",
            "1",
            "1e999",
            "-",
            "...",
            "range",
            "from",
            "values = [",
            "a.b.c = ",
            "\\",
            "\\u0000",
            "flow",
            "name");

    @TempDir
    Path dir;

    private final long seed = Long.getLong("flowsweep.fuzz.seed", new Random().nextLong());

    @Test
    void aFileIsReadOrRefusedAndNothingElseIsTouched() throws IOException {
        System.out.println("FileFuzzTest seed " + seed);
        Path project = Files.createDirectories(dir.resolve("project"));
        Files.createDirectories(project.resolve(".git"));
        Files.createDirectories(project.resolve("flows"));
        Files.writeString(project.resolve("flows/MatMul.java"), "class MatMul {}");
        Files.writeString(project.resolve("base.conf"), "dim = 1");
        Path outside = Files.writeString(dir.resolve("outside.conf"), "dim = 2, stolen = " + SECRET);
        try (ServerSocketChannel server = listening();
                FileReads reads = FileReads.start()) {
            Inputs inputs = new Inputs(new Random(seed), sweeps(outside, server), words(outside, server));
            Tally tally = new Tally("files");
            Path file = project.resolve("s.conf");
            for (int i = 0; i < FuzzTest.INPUTS / 5; i++) {
                String text = inputs.next();
                Files.write(file, text.getBytes(StandardCharsets.UTF_8));
                tally.run(text, () -> read(file, project));
            }
            tally.check();
            assertThat(server.accept()).as("a connection").isNull();
            Set<Path> paths = reads.paths();
            assertThat(paths)
                    .contains(file.toRealPath(), project.resolve("base.conf").toRealPath());
            assertThat(paths).noneMatch(path -> path.startsWith(dir) && !path.startsWith(project));
            assertThat(paths).noneMatch(path -> path.startsWith("/etc"));
        }
    }

    private static void read(Path file, Path project) {
        SweepSpec spec = SweepFile.load(file);
        assertThat(spec.files()).allMatch(read -> read.startsWith(project));
        Variants variants = new Variants(spec);
        assertThat(Json.write(variants.get(0).point())).doesNotContain(SECRET);
        assertThat(variants.get(0).identity("digest")).hasSize(64);
    }

    private static ServerSocketChannel listening() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.configureBlocking(false);
        return server;
    }

    /** The sweep file, and ways out of its project. */
    private static List<String> sweeps(Path outside, ServerSocketChannel server) throws IOException {
        List<String> sweeps = new ArrayList<>(List.of(SWEEP, SWEEP));
        for (String way : ways(outside, server)) {
            sweeps.add(SWEEP.replace("include \"base.conf\"", "include " + way));
            sweeps.add(way.startsWith("\"") ? SWEEP.replaceAll("config \\{.*}", "config = " + way) : SWEEP);
        }
        return sweeps;
    }

    private static List<String> words(Path outside, ServerSocketChannel server) throws IOException {
        List<String> words = new ArrayList<>(WORDS);
        words.addAll(ways(outside, server));
        return words;
    }

    private static List<String> ways(Path outside, ServerSocketChannel server) throws IOException {
        String url = "http:/" + server.getLocalAddress() + "/x.conf";
        return List.of(
                "\"" + outside + "\"",
                "\"../outside.conf\"",
                "\"flows/../../outside\"",
                "file(\"" + outside + "\")",
                "required(file(\"../outside.conf\"))",
                "url(\"" + url + "\")",
                "url(\"" + outside.toUri() + "\")",
                "\"" + url + "\"",
                "classpath(\"reference.conf\")",
                "\"/etc/passwd\"");
    }
}
