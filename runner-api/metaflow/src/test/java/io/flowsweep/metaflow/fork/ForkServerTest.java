package io.flowsweep.metaflow.fork;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.codec.Json;
import io.flowsweep.executor.guard.Guard;
import io.flowsweep.metaflow.testing.Python;
import io.flowsweep.store.ThisMachine;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that a server starts and that are started plainly, side by side; what is imported is a Metaflow in name only. */
@Timeout(600)
class ForkServerTest {

    @TempDir
    private Path folder;

    private final List<ForkServer> servers = new ArrayList<>();

    @BeforeEach
    void writeMetaflow() throws IOException {
        Python.thatForks();
        metaflow("import json, random, resource, inspect, threading\n");
    }

    private void metaflow(String text) throws IOException {
        Path imported = Files.createDirectories(folder.resolve("imported"));
        Files.writeString(imported.resolve("metaflow.py"), text);
    }

    @AfterEach
    void retire() {
        servers.forEach(ForkServer::retire);
    }

    private Path script(String text) throws IOException {
        Files.createDirectories(folder.resolve("flow"));
        return Files.writeString(folder.resolve("flow/script.py"), text);
    }

    private ProcessBuilder builder(Path script, String... words) throws IOException {
        List<String> command = new ArrayList<>(Guard.ofThisProcess().prefix());
        command.addAll(List.of(Python.required().command().toString(), "-u", script.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(Redirect.appendTo(folder.resolve("output").toFile()))
                .redirectErrorStream(true);
        builder.environment().put("PYTHONPATH", folder.resolve("imported").toString());
        builder.environment().remove("PYTHONDONTWRITEBYTECODE");
        return builder;
    }

    private ForkServer server(ProcessBuilder of) throws IOException {
        int prefix = Guard.ofThisProcess().prefix().size();
        ForkServer server =
                ForkServer.start(StartKind.of(of.command().subList(prefix, prefix + 2), of), folder.resolve("store"));
        servers.add(server);
        return server;
    }

    private Optional<Process> started(ForkServer server, ProcessBuilder builder) {
        int prefix = Guard.ofThisProcess().prefix().size();
        return server.start(
                builder, builder.command().subList(prefix + 2, builder.command().size()), folder.resolve("exit"));
    }

    private String output(Process process) throws IOException, InterruptedException {
        int code = process.waitFor();
        String output = Files.readString(folder.resolve("output"));
        Files.delete(folder.resolve("output"));
        return output + "exit code " + code;
    }

    @Test
    void aScriptFindsTheWorldAsIfItHadBeenStartedByItself() throws Exception {
        findsTheSameWorld(builder(script(probe()), "run", "--rate=0.5", "ü"));
    }

    @Test
    void soItDoesWithTheRealMetaflow() throws Exception {
        ProcessBuilder builder = builder(script(probe()), "run");
        builder.command()
                .set(
                        Guard.ofThisProcess().prefix().size(),
                        Python.withMetaflow().command().toString());
        builder.environment().remove("PYTHONPATH");
        findsTheSameWorld(builder);
    }

    private static String probe() throws IOException {
        try (InputStream text = ForkServerTest.class.getResourceAsStream("probe.py")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void findsTheSameWorld(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.environment().putAll(Map.of("CHANGED", "for all", "GONE", "soon"));
        ForkServer server = server(builder);
        assertThat(server.awaitReady()).isTrue();
        builder.environment().putAll(Map.of("CHANGED", "anew", "FLOWSWEEP_HOST", "one"));
        builder.environment().remove("GONE");

        Map<String, Object> plain = seen(builder.start());
        Map<String, Object> first = seen(started(server, builder).orElseThrow());
        Map<String, Object> second = seen(started(server, builder).orElseThrow());

        Map<?, ?> expected = (Map<?, ?>) plain.get("seen");
        assertThat((Map<?, ?>) first.get("seen"))
                .isNotEmpty()
                .allSatisfy((what, seen) -> assertThat(seen).as("%s", what).isEqualTo(expected.get(what)));
        assertThat(first.get("parent")).isEqualTo(second.get("parent")).isNotEqualTo(plain.get("parent"));
        assertThat(first.get("random")).isNotEqualTo(second.get("random"));
    }

    private Map<String, Object> seen(Process process) throws IOException, InterruptedException {
        String output = output(process);
        assertThat(output).endsWith("exit code 0");
        return Json.parseObject(output.lines().findFirst().orElseThrow());
    }

    @Test
    void aScriptEndsAsIfItHadBeenStartedByItself() throws Exception {
        ProcessBuilder builder = builder(script(""));
        ForkServer server = server(builder);
        assertThat(server.awaitReady()).isTrue();

        for (String text : List.of(
                "print('well')",
                "import sys; sys.exit('sorry')",
                "import sys; sys.exit(7)",
                "import sys; sys.exit()",
                "import sys; print('no end of line', end=''); sys.exit(300)",
                "import os; os._exit(9)",
                "def work():\n    raise ValueError('no data')\n\nwork()",
                "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError('no data') from e",
                "import sys\nsys.excepthook = lambda kind, error, trace: print('hooked', error, trace.tb_next)\n1 / 0",
                "this is = no Python",
                "raise KeyboardInterrupt",
                "raise BaseException('base')",
                "import os, signal, time; os.kill(os.getpid(), signal.SIGINT); time.sleep(60)",
                "import os, signal; os.killpg(0, signal.SIGTERM)",
                "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
                "import os, sys; os.close(1); os.close(2)",
                "import atexit, threading, time\natexit.register(print, 'at exit')\nlast = threading.Event()\n"
                        + "threading.Thread(target=lambda: (last.wait(), time.sleep(0.1), print('thread'))).start()\n"
                        + "print('main')\nlast.set()",
                "import subprocess; print(subprocess.run(['cat'], capture_output=True))",
                "from __future__ import annotations\nx: Unknown = 1\nprint(__annotations__, __doc__)")) {
            script(text);
            String forked = output(started(server, builder).orElseThrow());

            assertThat(forked).as(text).isEqualTo(output(builder.start()));
        }
    }

    @Test
    void aModuleBesideTheScriptIsNotHiddenByOneThatIsImportedAlready() throws Exception {
        ProcessBuilder builder = builder(script("print('well')"));
        ForkServer server = server(builder);
        assertThat(server.awaitReady()).isTrue();
        assertThat(started(server, builder)).isPresent().get().satisfies(process -> process.waitFor());

        for (String name : List.of("metaflow.py", "random.py", "json")) {
            Path beside = Files.createFile(folder.resolve("flow").resolve(name));
            assertThat(started(server, builder)).as(name).isEmpty();
            Files.delete(beside);
        }
    }

    @Nested
    class IsNotHadWhen {

        private void isUnfit(String imported) throws IOException {
            metaflow(imported);
            ForkServer server = server(builder(script("print('well')")));

            assertThat(server.awaitReady()).isFalse();
            assertThat(server.hasRetired()).isFalse();
        }

        @Test
        void theImportFails() throws IOException {
            isUnfit("raise ImportError('none')");
        }

        @Test
        void theImportPrints() throws IOException {
            isUnfit("print('deprecated')");
        }

        @Test
        void theImportLeavesAThread() throws IOException {
            isUnfit("import threading, time; threading.Thread(target=time.sleep, args=[60], daemon=True).start()");
        }

        @Test
        void theImportLeavesAFileOpen() throws IOException {
            isUnfit("file = open(__file__)");
        }
    }

    @Nested
    class ItsEnd {

        private final String sleep = "import time; print('asleep', flush=True); time.sleep(60)";

        private void awaitSleep() {
            await("the script to sleep", () -> folder.resolve("output").toFile().length() > 0);
        }

        @Test
        void whenItIsKilledItsScriptsGoOnAndTellHowTheyEnd() throws Exception {
            String untilAlone = "import os, sys, time\nserver = os.getppid()\nprint('asleep', flush=True)\n"
                    + "while os.getppid() == server:\n    time.sleep(0.01)\n";
            Map<String, Integer> ends =
                    Map.of("", 0, "sys.exit(3)", 3, "sys.exit('sorry')", 1, "1 / 0", 1, "os._exit(9)", 137);
            for (Map.Entry<String, Integer> end : ends.entrySet()) {
                ProcessBuilder builder = builder(script(untilAlone + end.getKey()));
                ForkServer server = server(builder);
                assertThat(server.awaitReady()).isTrue();
                Process process = started(server, builder).orElseThrow();
                awaitSleep();
                Files.delete(folder.resolve("output"));

                ProcessHandle.of(process.pid())
                        .flatMap(ProcessHandle::parent)
                        .orElseThrow()
                        .destroyForcibly();

                assertThat(process.waitFor()).as(end.getKey()).isEqualTo(end.getValue());
                assertThat(started(server, builder)).isEmpty();
                assertThat(server.awaitReady()).isFalse();
                assertThat(server.hasRetired()).isFalse();
                Files.deleteIfExists(folder.resolve("exit"));
            }
        }

        @Test
        void whoIsKilledWithItIsKilled() throws Exception {
            ProcessBuilder builder = builder(script(sleep));
            ForkServer server = server(builder);
            assertThat(server.awaitReady()).isTrue();
            Process process = started(server, builder).orElseThrow();
            awaitSleep();

            ProcessHandle.of(process.pid())
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow()
                    .destroyForcibly();
            process.destroyForcibly();

            assertThat(process.waitFor()).isEqualTo(137);
        }

        @Test
        void aRetiredOneWaitsForWhatItHasStarted() throws Exception {
            ProcessBuilder builder = builder(script(sleep));
            ForkServer server = server(builder);
            assertThat(server.awaitReady()).isTrue();
            Process process = started(server, builder).orElseThrow();
            ProcessHandle itself = ProcessHandle.of(process.pid())
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
            awaitSleep();

            server.retire();
            assertThat(started(server, builder)).isEmpty();
            process.destroy();

            assertThat(process.waitFor()).isEqualTo(128 + 15);
            await("the server to end", () -> !ThisMachine.lives(itself.pid()));
            assertThat(server.hasRetired()).isTrue();
        }
    }
}
