package io.flowsweep.sweep.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.codec.Json;
import io.flowsweep.sweep.file.SweepFile;
import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.spec.SweepSpec;
import java.io.IOException;
import java.math.BigInteger;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
            metrics { loss { reported = loss, reduce = "mean(3)" }, t { duration = run } }
            objective = perf
            baseline { cpu = 1 }
            charts = [ { type = line, x = cpu, y = perf, series = dim, log_x = true } ]
            tags = ["cpu:${config.cpu}", x-${config.id}]
            run { executor = inline, parallel = 3, variant_timeout = 5m, exclusive = true }
            """;

    /** With each node of a space, and what follows it. */
    private static final String SPACE = """
            flow = flows/MatMul.java
            config { include "base.conf", cpu = 1, opt { lr = 0.1, type = sgd, momentum = 0 }, seed = 7, seed2 = 1, names = [a] }
            params { seconds = 5, seed = 0 }
            space {
              zip { cpu = [1, 2], opt.lr { linspace { from = 0.1, to = 0.2, n = 2 } } }
              when { if = "cpu == 2", then { grid { opt.momentum = [0.5, 0.9] } } }
              grid { net { group = "net/*.conf", default = wide } }
            }
            where = "cpu * dim <= 16000 or opt.lr in [0.1]"
            derive { seed2 = "cpu * 2" }
            shuffle = 7, skip = 1, limit = 100
            repeats { n = 3, seed_path = seed }
            """;

    private static final String SAMPLE = """
            flow = flows/MatMul.java
            config { cpu = 1, dim = 2, opt { lr = 0.1, type = sgd } }
            sample {
              method = sobol, n = 8, seed = 3
              axes { opt.lr { loguniform = [1e-4, 1e-1] }, dim { randint = [1, 9] }, cpu = [1, 2] }
            }
            bindings { A { opt.type = adam }, B { params.seconds = 9, opt { type = sgd } } }
            repeats = 2
            """;

    private static final String TREE = """
            flow = flows/MatMul.java
            config { cpu = 1, dim = 2, opt { lr = 0.1 }, momentum = 0 }
            space {
              union = [
                { grid { cpu = [1, 2], opt.lr = [0.1] } }
                { ablation { cpu = [3, 4], dim = [5] } }
                { rows = [ { cpu = 1, dim = 7 }, { cpu = 2, dim = 8 } ] }
                { rows = "runs.csv" }
              ]
              bindings = "settings/*.conf"
            }
            repeats { values = [1, 2, 3], seed_path = params.seed }
            """;

    private static final String CONFIGS = """
            extends = "shared/first.conf"
            flow { main = flows/MatMul.java, sources = ["more/*.java"] }
            configs {
              model { lr = 0.1, depth = 2, title = ${depth}x }
              data = \"""yaml
            rows: 100
            path: &p [a, {b: c}]
            other: *p
            \"""
              more = \"""toml
            n = 1
            [table]
            x = "y"
            \"""
            }
            params { label = none, seconds = 5 }
            grid { configs.model.depth = [1, 2], configs { data.rows { from = 1, to = 3 } } }
            bindings { A { configs.model.lr = 1 }, B { configs { more { n = 3 } } } }
            where = "configs.model.depth * rows > 1"
            derive { configs.model.lr = "depth / 10" }
            bind { params.label = "${sweep.id} ${variant.name}", configs { more.table.x = ${sweep.tag} } }
            """;

    private static final String INLINE = """
            flow = "flows!MatMul"
            config = \"""json
            { "lr": 0.1,
              "depth": 2, "event": null }
            \"""
            grid { lr = [0.1, 0.2], depth { values = [1, 2] } }
            bind { event = ${sweep.event} }
            baseline { lr = 0.1 }
            run { order { priority = "lr * depth" }, budget { runs = 3 } }
            """;

    private static final List<String> SPACES = List.of(SPACE, SAMPLE, TREE, CONFIGS, INLINE);

    private static final List<String> OVERRIDES = List.of(
            "config.opt.lr=0.1,0.2,1e-3",
            "+event='daily run',\"a,b\"",
            "++names[0]=[1,{a:b},null]",
            "~opt.lr",
            "~dim",
            "cpu=1..15..2",
            "cpu=1..1e18",
            "dim=range(1,5)",
            "net=glob(*)",
            "net=wide,deep",
            "net.layers=5",
            "opt={lr:0.5}",
            "params.version=1.10",
            "params.seconds=1,2",
            "seed=${cpu}",
            "run.parallel=3",
            "run.resources.memory=1GB,2GB",
            "environment.A=b",
            "jvm.options=[-Xss4m]",
            "flow=flows/MatMul.java",
            "configs.model.depth=1..3",
            "++configs.data.path=[a,{b:c}]",
            "+configs.new.x=1",
            "~configs.more.n",
            "--where=cpu > 1 and dim < 5",
            "--binding=A",
            "--shuffle=7",
            "--limit=2");

    private static final List<String> OVERRIDE_WORDS = List.of(
            "cpu",
            "dim",
            "opt",
            ".lr",
            "names",
            "net",
            "config",
            "configs.",
            "model",
            "data",
            "params",
            "binding",
            "seed",
            "=",
            ",",
            "..",
            "+",
            "++",
            "~",
            "[",
            "]",
            "{",
            "}",
            "${",
            "}",
            "'",
            "\"",
            "--where=",
            "--limit=",
            "--binding=",
            "glob(",
            "range(",
            ")",
            "1",
            "0",
            "-1",
            "1e18",
            "null",
            "true",
            "x",
            "*",
            " ",
            ".",
            "[0]",
            "\\");

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
            "name",
            "zip {",
            "union = [",
            "ablation {",
            "rows = ",
            "when {",
            "if = ",
            "sample {",
            "bindings {",
            "derive {",
            "where = ",
            "repeats = ",
            "n = 99999999999999999999",
            "uniform = [0, 1]",
            "geomspace {",
            "group = ",
            "configs {",
            "bind {",
            "\"\"\"yaml\n",
            "\"\"\"toml\n",
            "\"\"\"properties\n",
            "&a",
            "*a",
            "<<: ",
            "- ",
            "? ",
            "!!int ",
            "${sweep.",
            "${variant.name}",
            "model",
            "data",
            "flow { main = ",
            "sources = [\"**\"]",
            "\"net/*.conf\"",
            "\"../*.conf\"",
            "base {",
            "extends = ");

    @TempDir
    Path dir;

    private final long seed = Long.getLong("flowsweep.fuzz.seed", new Random().nextLong());

    @Test
    void aFileIsReadOrRefusedAndNothingElseIsTouched() throws IOException {
        System.out.println("FileFuzzTest seed " + seed);
        Path project = project();
        for (String right : List.of(SWEEP, SPACE, SAMPLE, TREE, CONFIGS, INLINE)) {
            SweepFile.load(Files.writeString(project.resolve("s.conf"), right));
        }
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
            overrides(file, project);
            assertThat(server.accept()).as("a connection").isNull();
            Set<Path> paths = reads.paths();
            assertThat(paths)
                    .contains(file.toRealPath(), project.resolve("base.conf").toRealPath());
            assertThat(paths).noneMatch(path -> path.startsWith(dir) && !path.startsWith(project));
            assertThat(paths).noneMatch(path -> path.startsWith("/etc"));
        }
    }

    /** One to three overrides of files that are right. */
    private void overrides(Path file, Path project) throws IOException {
        Random random = new Random(seed);
        Inputs inputs = new Inputs(random, OVERRIDES, OVERRIDE_WORDS);
        List<String> files = List.of(SWEEP, SPACE, SAMPLE, TREE, CONFIGS, INLINE);
        Tally tally = new Tally("overrides of files");
        for (int i = 0; i < FuzzTest.INPUTS / 10; i++) {
            if (i % 50 == 0) {
                Files.writeString(file, files.get(i / 50 % files.size()));
            }
            List<String> overrides = Stream.generate(() ->
                            random.nextInt(3) == 0 ? inputs.next() : OVERRIDES.get(random.nextInt(OVERRIDES.size())))
                    .limit(1 + random.nextInt(3))
                    .toList();
            tally.run(String.join("\n", overrides), () -> read(file, project, overrides));
        }
        tally.check();
    }

    private Path project() throws IOException {
        Path project = dir.resolve("project");
        for (String folder : List.of(".git", "flows", "net", "settings", "shared/net")) {
            Files.createDirectories(project.resolve(folder));
        }
        Files.writeString(project.resolve("flows/MatMul.java"), "class MatMul {}");
        Files.writeString(project.resolve("base.conf"), "dim = 1");
        Files.writeString(project.resolve("shared/first.conf"), "include \"second.conf\"\ntags = [a]");
        Files.writeString(project.resolve("shared/second.conf"), "let { most = 3 }\nmetrics { perf = squares }");
        Files.writeString(project.resolve("shared/net/wide.conf"), "layers = 3");
        Files.writeString(project.resolve("net/wide.conf"), "layers = 2");
        Files.writeString(project.resolve("net/deep.conf"), "layers = 9");
        Files.writeString(project.resolve("settings/x.EXP_01.conf"), "momentum = 5");
        Files.writeString(project.resolve("runs.csv"), "cpu,dim\n1,2\n3,4\n");
        return project;
    }

    private static void read(Path file, Path project) {
        read(file, project, List.of());
    }

    private static void read(Path file, Path project, List<String> overrides) {
        SweepSpec spec = SweepFile.load(file, overrides);
        assertThat(spec.source().files()).allMatch(read -> read.startsWith(project));
        Variants variants = new Variants(spec);
        Space.Count count = variants.space().count(1000);
        if (count.value().signum() == 0) {
            return; // to find the first would take long
        }
        if (count.exact()) {
            assertThat(variants.get(count.value().subtract(BigInteger.ONE)).name())
                    .isNotBlank();
        }
        assertThat(Json.write(variants.get(0).point())).doesNotContain(SECRET);
        assertThat(variants.get(0).identity("digest")).hasSize(64);
        assertThat(variants.settings(variants.get(0)))
                .allMatch(setting -> !setting.where().isEmpty());
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
        IntStream.range(0, 5).forEach(i -> sweeps.addAll(SPACES));
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
