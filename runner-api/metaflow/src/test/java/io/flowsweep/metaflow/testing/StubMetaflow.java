package io.flowsweep.metaflow.testing;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Stands in for {@code python3 flow.py} where there is neither: takes Metaflow's command line and environment, prints its lines,
 * and leaves its files, for the flow of the contract and for flows that fail in some way which the file names. A program that a
 * test puts on a run's PATH as {@code python3}.
 */
public final class StubMetaflow {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    private final String flow;
    private final String text;
    private final Path datastore;
    private final Map<String, Object> configs = new LinkedHashMap<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private String run = "";
    private Path runIdFile;
    private String origin = "";

    private StubMetaflow(Path script) throws IOException {
        this.text = Files.readString(script);
        this.flow = text.replaceFirst("(?s).*class (\\w+)\\(FlowSpec\\).*", "$1");
        this.datastore = Path.of(System.getenv("METAFLOW_DATASTORE_SYSROOT_LOCAL"), ".metaflow")
                .resolve(flow);
    }

    /** Writes the {@code python3} that is this program into a folder. */
    public static Path install(Path folder) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String script = "#!/bin/sh\nexec '" + java + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -cp '"
                + System.getProperty("java.class.path") + "' " + StubMetaflow.class.getName() + " \"$@\"\n";
        Path python = Files.writeString(folder.resolve("python3"), script);
        python.toFile().setExecutable(true);
        return folder;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args[1].contains("forkserver")) { // it has imported nothing
            System.exit(1);
        }
        StubMetaflow stub = new StubMetaflow(Path.of(args[1]));
        System.exit(stub.carryOut(List.of(args).subList(2, args.length)));
    }

    private int carryOut(List<String> words) throws IOException, InterruptedException {
        System.out.println(
                "Metaflow " + version() + " executing " + flow + " for user:" + System.getenv("METAFLOW_USER"));
        if (version().startsWith("2.12") && words.contains("--config-value")) {
            System.out.println("Usage: flow.py [OPTIONS] COMMAND [ARGS]...\n\nError: no such option: --config-value");
            return 2;
        }
        if (text.contains("# refused: ")) {
            System.out.println(text.substring(text.indexOf("# refused: ") + "# refused: ".length())
                    .lines()
                    .findFirst()
                    .orElseThrow());
            return 2;
        }
        read(words);
        run = Long.toString(System.nanoTime());
        Files.writeString(runIdFile, run);
        say("Workflow starting (run-id " + run + "):");
        task("_parameters", 0, parameters(), true);
        if (!origin.isEmpty() && ended(datastore.resolve(origin).resolve("start/1"))) {
            Files.createDirectories(datastore.resolve(run).resolve("start"));
            copy(
                    datastore.resolve(origin).resolve("start/1"),
                    datastore.resolve(run).resolve("start/1"));
            say("[" + run + "/start/1] Cloning previously run task " + origin + "/start/1");
        } else {
            int code = start();
            if (code != 0) {
                return code;
            }
        }
        begin("end", 2);
        Map<String, Object> results = new LinkedHashMap<>(parameters());
        results.put("result", result());
        task("end", 2, results, true);
        sayOf("end", 2, "Task finished successfully.");
        say("Done!");
        return 0;
    }

    private static String version() {
        return System.getenv().getOrDefault("STUB_VERSION", "2.19.39");
    }

    private void read(List<String> words) throws IOException {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--config-value")) {
                configs.put(words.get(i + 1), Json.parse(words.get(i + 2)));
                i += 2;
            } else if (word.equals("--origin-run-id")) {
                origin = words.get(++i);
                String kept = Files.readString(datastore.resolve(origin).resolve("stub-configs"));
                configs.putAll(Json.parseObject(kept));
            } else if (word.startsWith("--run-id-file=")) {
                runIdFile = Path.of(word.substring(word.indexOf('=') + 1));
            } else if (word.startsWith("--") && word.contains("=") && words.indexOf("run") < i) {
                parameters.put(word.substring(2, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
            }
        }
    }

    private Map<String, Object> parameters() throws IOException {
        Files.createDirectories(datastore.resolve(run));
        Files.writeString(datastore.resolve(run).resolve("stub-configs"), Json.write(configs));
        return new LinkedHashMap<>(configs);
    }

    private long result() {
        long base = ((Number) config().get("base")).longValue();
        return base * Long.parseLong(text.replaceFirst("(?s).*\\.base \\* (\\d+).*", "$1"));
    }

    private Map<?, ?> config() {
        return (Map<?, ?>) configs.get("config");
    }

    private int start() throws IOException, InterruptedException {
        begin("start", 1);
        sayOf("start", 1, "base is " + config().get("base"));
        sayOf("start", 1, "flowsweep step=1 progress=0.5");
        sayOf("start", 1, "flowsweep step=2 progress=1.0");
        String how = (String) config().get("how");
        if (how.equals("sleep")) {
            return sleep();
        }
        if (how.equals("fail")) {
            Path log = folder("start", 1).resolve("0.runtime_stderr.log");
            String where = "  File \"" + Path.of("flow.py").toAbsolutePath() + "\", line 1, in start";
            Files.writeString(
                    log, frame("Traceback (most recent call last):") + frame(where) + frame("ValueError: no data"));
            task("start", 1, Map.of(), false);
            sayOf("start", 1, "Task failed.");
            say("Workflow failed.");
            return 1;
        }
        Map<String, Object> results = new LinkedHashMap<>(configs);
        results.put("result", result());
        task("start", 1, results, true);
        sayOf("start", 1, "Task finished successfully.");
        return 0;
    }

    /** In a child, as Metaflow's tasks are; what ends that is what ends the task. */
    private int sleep() throws IOException, InterruptedException {
        String witness = (String) config().get("witness");
        String work =
                "echo $$ > '" + witness + ".draft' && mv '" + witness + ".draft' '" + witness + "' && exec sleep 300";
        int code = new ProcessBuilder("sh", "-c", work).inheritIO().start().waitFor();
        long returned = code > 128 ? 128 - code : code;
        Files.writeString(folder("start", 1).resolve("0.runtime"), Json.write(Map.of("return_code", returned)));
        sayOf("start", 1, "Task failed.");
        say("Workflow failed.");
        return 1;
    }

    private void begin(String step, int task) throws IOException {
        Files.writeString(folder(step, task).resolve("0.attempt.json"), "{\"time\": 1.5}");
        sayOf(step, task, "Task is starting.");
    }

    private Path folder(String step, int task) throws IOException {
        return Files.createDirectories(datastore.resolve(run).resolve(step).resolve(Integer.toString(task)));
    }

    private void task(String step, int task, Map<String, Object> artifacts, boolean ok) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>(artifacts);
        all.put("_task_ok", ok);
        Map<String, Object> objects = new LinkedHashMap<>();
        Map<String, Object> infos = new LinkedHashMap<>();
        for (Map.Entry<String, Object> artifact : all.entrySet()) {
            ByteArrayOutputStream pickle = new ByteArrayOutputStream();
            pickle.writeBytes(new byte[] {(byte) 0x80, 4});
            pickle(artifact.getValue(), pickle);
            pickle.write('.');
            String address = Sha256.of(Arrays.toString(pickle.toByteArray()));
            Path blob =
                    datastore.resolve("data").resolve(address.substring(0, 2)).resolve(address);
            Files.createDirectories(blob.getParent());
            try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(blob))) {
                pickle.writeTo(out);
            }
            objects.put(artifact.getKey(), address);
            infos.put(
                    artifact.getKey(),
                    Map.of("size", (long) pickle.size(), "type", "<class 'object'>", "encoding", "pickle-v4"));
        }
        Path folder = folder(step, task);
        Files.writeString(folder.resolve("0.attempt.json"), "{\"time\": 1.5}");
        Files.writeString(folder.resolve("0.data.json"), Json.write(Map.of("objects", objects, "info", infos)));
        Files.writeString(folder.resolve("0.DONE.lock"), "");
    }

    private static void pickle(Object value, ByteArrayOutputStream to) {
        if (value == null) {
            to.write('N');
        } else if (value instanceof Boolean flag) {
            to.write(flag ? 0x88 : 0x89);
        } else if (value instanceof Long number) {
            to.write('J');
            for (int i = 0; i < 4; i++) {
                to.write((int) (number >> 8 * i));
            }
        } else if (value instanceof Map<?, ?> map) {
            to.write('}');
            map.forEach((key, item) -> {
                pickle(key, to);
                pickle(item, to);
                to.write('s');
            });
        } else {
            byte[] utf8 = value.toString().getBytes(StandardCharsets.UTF_8);
            to.write('X');
            for (int i = 0; i < 4; i++) {
                to.write(utf8.length >> 8 * i);
            }
            to.writeBytes(utf8);
        }
    }

    private static boolean ended(Path task) {
        return Files.exists(task.resolve("0.DONE.lock"));
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(files::add);
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }

    private void sayOf(String step, int task, String line) {
        say("[" + run + "/" + step + "/" + task + " (pid "
                + ProcessHandle.current().pid() + ")] " + line);
    }

    private static void say(String line) {
        System.out.println(LocalDateTime.now().format(TIME) + " " + line);
    }

    private static String frame(String line) {
        return "[MFLOG|0|2026-11-25T21:44:42.035749Z|runtime|cb469dfd-57f9-4dc0-9383-1b9f3bf541d1]" + line + "\n";
    }
}
