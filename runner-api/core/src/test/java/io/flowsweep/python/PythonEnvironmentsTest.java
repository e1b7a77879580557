package io.flowsweep.python;

import static io.flowsweep.testing.Conditions.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flowsweep.dependencies.DependencyEvent;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.store.ThisMachine;
import io.flowsweep.testing.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real pip and wheels made here; nothing is asked of any network. */
class PythonEnvironmentsTest {

    @TempDir
    Path folder;

    private final List<DependencyEvent> events = Collections.synchronizedList(new ArrayList<>());
    private Map<String, String> environment;

    @BeforeEach
    void wheels() throws IOException {
        assumeTrue(TestPython.isThere(), TestPython.MISSING);
        Wheels.write(folder.resolve("wheels"), "alpha", "1.0");
        Wheels.write(folder.resolve("wheels"), "alpha", "2.0", "beta>=1");
        Wheels.write(folder.resolve("wheels"), "beta", "1.5");
        environment = TestPython.environment(folder.resolve("wheels"));
    }

    private PythonEnvironments environments() {
        return new PythonEnvironments(folder.resolve("cache"), environment);
    }

    private PythonRequest request(String... packages) {
        return PythonRequest.of(Map.of("packages", List.of(packages)), folder);
    }

    private PythonEnvironment get(PythonEnvironments environments, String... packages) {
        return environments.get(request(packages).settings(), events::add);
    }

    private long built() {
        return events.stream()
                .filter(DependencyEvent.Building.class::isInstance)
                .count();
    }

    private String output(PythonEnvironment python, String... command) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(python.variables(environment));
        List<String> line = new ArrayList<>(List.of("/usr/bin/env"));
        line.addAll(List.of(command));
        return String.join("\n", Tool.run(line, all, folder, text -> {}).lines());
    }

    @Test
    void whatIsAskedForIsThereUnderBothNamesOfPython() throws IOException {
        PythonEnvironment python = get(environments(), "alpha==2.0");

        assertThat(python.installed()).containsExactly("alpha==2.0", "beta==1.5");
        for (String name : List.of("python", "python3")) {
            assertThat(output(python, name, "-c", "import alpha, beta; print(alpha.VERSION, beta.VERSION)"))
                    .isEqualTo("2.0 1.5");
        }
        assertThat(output(python, "sh", "-c", "echo $VIRTUAL_ENV"))
                .isEqualTo(python.folder().orElseThrow().toString());
        assertThat(events.get(0).toString()).isEqualTo("building an environment of Python with alpha==2.0 (pip)");
        assertThat(events.get(events.size() - 1).toString())
                .startsWith("built an environment of Python with alpha==2.0: 2 packages, in ");
    }

    @Test
    void aSetIsBuiltOnceAndThenNeedsNoIndex() throws IOException {
        PythonEnvironment first = get(environments(), "alpha==1.0", "beta");
        environment.put("PIP_FIND_LINKS", folder.resolve("nothing").toString());

        assertThat(get(environments(), "beta", "alpha==1.0")).isEqualTo(first);
        assertThat(built()).isEqualTo(1);
    }

    @Test
    void versionsStandSideBySide() throws IOException {
        PythonEnvironments environments = environments();
        PythonEnvironment one = get(environments, "alpha==1.0");
        PythonEnvironment two = get(environments, "alpha==2.0");

        String question = "import alpha; print(alpha.VERSION)";
        assertThat(output(one, "python3", "-c", question)).isEqualTo("1.0");
        assertThat(output(two, "python3", "-c", question)).isEqualTo("2.0");
    }

    @Test
    void manyThreadsThatAskAtOnceGetOneAndTheSame() {
        PythonEnvironments environments = environments();
        List<CompletableFuture<PythonEnvironment>> asked = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> get(environments, "alpha==1.0")))
                .limit(8)
                .toList();

        assertThat(asked.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(built()).isEqualTo(1);
    }

    @Test
    void ofSeveralProcessesOneBuilds() throws Exception {
        List<Process> builders = List.of(builder(), builder(), builder());
        List<String> told = new ArrayList<>();
        for (Process builder : builders) {
            told.add(new String(builder.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(builder.waitFor()).as(told.toString()).isZero();
        }

        assertThat(told.stream().filter(text -> text.contains("built an environment")))
                .hasSize(1);
        assertThat(told.stream().map(text -> text.replaceAll("(?s).*got ", "")).distinct())
                .hasSize(1);
    }

    @Test
    void whoIsToldToEndDoesNotEndThoseWhoWaitForTheSame() throws Exception {
        Path go = folder.resolve("go");
        Path begun = slowUv("[ -e " + go + " ] && echo error: no network && exit 1");
        PythonEnvironments environments = environments();
        Asker builder = new Asker(environments);
        Asker other = new Asker(environments);

        builder.start();
        await("the tool", () -> Files.exists(begun));
        other.start();
        await("the other", () -> other.getState() == Thread.State.WAITING);
        Files.createFile(go);
        builder.interrupt();

        assertThat(builder.thrown()).hasMessageStartingWith("interrupted while ");
        assertThat(other.thrown())
                .isInstanceOf(UnableToBuildEnvironmentException.class)
                .hasMessageContaining("no network");
    }

    /**
     * Has environments made by an uv that never comes to an end.
     *
     * @param first what it does first
     * @return is there when it has come to where it waits
     */
    private Path slowUv(String first) throws IOException {
        Path begun = folder.resolve("begun");
        Path uv = Files.writeString(
                Files.createDirectories(folder.resolve("bin")).resolve("uv"),
                String.join("\n", "#!/bin/sh", first, ": > " + begun, "exec sleep 1000", ""));
        assertThat(uv.toFile().setExecutable(true)).isTrue();
        environment.put("FLOWSWEEP_PYTHON_INSTALLER", "uv");
        environment.put("PATH", uv.getParent() + ":" + environment.get("PATH"));
        return begun;
    }

    /** Asks for an environment with {@code alpha}. */
    private final class Asker extends Thread {

        private final PythonEnvironments environments;
        private Throwable thrown;

        Asker(PythonEnvironments environments) {
            this.environments = environments;
        }

        @Override
        public void run() {
            thrown = catchThrowable(() -> get(environments, "alpha"));
        }

        /** What came of it, when it has ended. */
        Throwable thrown() throws InterruptedException {
            join();
            return thrown;
        }
    }

    @Test
    void whoWaitsMayBeToldToEnd() throws Exception {
        Path begun = slowUv("");
        PythonEnvironments environments = environments();
        Asker builder = new Asker(environments);
        Asker other = new Asker(environments);

        builder.start();
        await("the tool", () -> Files.exists(begun));
        other.start();
        await("the other", () -> other.getState() == Thread.State.WAITING);
        other.interrupt();

        assertThat(other.thrown()).hasMessageContaining("interrupted while an environment of ");
        builder.interrupt();
        builder.join();
    }

    private Process builder() throws IOException {
        List<String> command = JavaProcess.javaWithClassPath();
        command.addAll(List.of(Builder.class.getName(), folder.resolve("cache").toString(), "alpha==1.0"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    @Test
    void whatWasHalfBuiltIsNeverUsed() throws Exception {
        try (FakeIndex index = new FakeIndex(folder.resolve("wheels"))) {
            index.silent = true;
            environment.remove("PIP_NO_INDEX");
            environment.remove("PIP_FIND_LINKS");
            environment.put("PIP_INDEX_URL", index.url(""));
            Process builder = builder();
            assertThat(index.asked.await(400, SECONDS)).isTrue();
            List<ProcessHandle> pips = builder.descendants().toList();
            builder.destroyForcibly().waitFor();

            assertThat(pips).isNotEmpty();
            for (ProcessHandle pip : pips) {
                await("its end, else it would go on for nobody", () -> !ThisMachine.lives(pip.pid()));
            }
            assertThat(attempts()).hasSize(1);
            index.silent = false;
            PythonEnvironment python = get(environments(), "alpha==1.0");

            assertThat(output(python, "python3", "-c", "import alpha; print(alpha.VERSION)"))
                    .isEqualTo("1.0");
            assertThat(attempts()).containsExactly(python.folder().orElseThrow());
        }
    }

    private List<Path> attempts() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("cache"))) {
            return all.filter(each -> Files.exists(each.resolve("pyvenv.cfg"))).toList();
        }
    }

    @Test
    void oneThatNobodyHasUsedForNinetyDaysIsRemovedWhenAnotherIsBuilt() throws Exception {
        Process other = builder();
        assertThat(other.waitFor()).isZero();
        List<Path> old = attempts();
        PythonEnvironment used = get(environments(), "beta");
        try (DirectoryStream<Path> stamps = Files.newDirectoryStream(folder.resolve("cache"), "*.used")) {
            for (Path stamp : stamps) {
                Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().minus(Duration.ofDays(91))));
            }
        }

        PythonEnvironment another = get(environments(), "alpha==2.0");

        assertThat(old).hasSize(1);
        assertThat(attempts())
                .containsExactlyInAnyOrder(
                        used.folder().orElseThrow(), another.folder().orElseThrow());
    }

    @Test
    void oneThatAnotherProgramUsesIsNotRemoved() throws Exception {
        Path file = folder.resolve("some.used");
        List<String> removed = new ArrayList<>();
        Process user = JavaProcess.start(EnvironmentUser.class, file.toString());
        try (BufferedReader told = user.inputReader()) {
            assertThat(told.readLine()).isEqualTo("begun");
            EnvironmentUse.ifNone(file, () -> removed.add("too early"));
        } finally {
            user.destroyForcibly().waitFor();
        }
        EnvironmentUse.ifNone(file, () -> removed.add("when it has ended"));

        assertThat(removed).containsExactly("when it has ended");
    }

    @Test
    void anEnvironmentThatWasRemovedIsBuiltAgain() throws IOException {
        PythonEnvironments environments = environments();
        Trees.remove(get(environments, "alpha==1.0").folder().orElseThrow());

        assertThat(get(environments, "alpha==1.0").python()).isExecutable();
        assertThat(built()).isEqualTo(2);
    }

    @Test
    void soIsOneThatHasLostFiles() throws IOException {
        PythonEnvironment first = get(environments(), "alpha==1.0");
        Path module = Path.of(output(first, "python3", "-c", "import alpha; print(alpha.__file__)"));
        Files.writeString(module.resolveSibling("written_by_a_program.txt"), "");
        assertThat(get(environments(), "alpha==1.0")).isEqualTo(first);

        Files.delete(module.resolveSibling("written_by_a_program.txt"));
        Files.delete(module);

        assertThat(output(get(environments(), "alpha==1.0"), "python3", "-c", "import alpha; print(alpha.VERSION)"))
                .isEqualTo("1.0");
        assertThat(built()).isEqualTo(2);
    }

    @Test
    void aLocalPackageThatHasChangedIsAnotherSet() throws IOException {
        Path wheel = Wheels.write(folder, "gamma", "1.0");
        PythonEnvironment first = get(environments(), "./" + wheel.getFileName());
        Wheels.write(folder, "gamma", "1.0", "beta");
        PythonEnvironment second = get(environments(), wheel.toString());

        assertThat(first.installed()).containsExactly("gamma==1.0");
        assertThat(second.installed()).containsExactly("beta==1.5", "gamma==1.0");
    }

    @Test
    void filesOfRequirementsMeanTheSameFromEverywhere() throws IOException {
        Files.createDirectories(folder.resolve("project/more"));
        Files.writeString(folder.resolve("project/requirements.txt"), "alpha\n-c limits.txt\n-r more/rest.txt\n");
        Files.writeString(folder.resolve("project/limits.txt"), "alpha<2\n");
        Files.writeString(folder.resolve("project/more/rest.txt"), "./delta-1.0-py3-none-any.whl\n");
        Wheels.write(folder.resolve("project/more"), "delta", "1.0");
        PythonRequest request = PythonRequest.of(Map.of("requirements", "project/requirements.txt"), folder);

        assertThat(environments().get(request.settings(), events::add).installed())
                .containsExactly("alpha==1.0", "delta==1.0");
    }

    @Test
    void anInterpreterWithoutPipGetsOneOfTheEnvironmentsOwn() throws IOException {
        Tool.run(List.of("python3", "-m", "venv", "--without-pip", "bare"), environment, folder, line -> {});
        PythonRequest bare = PythonRequest.of(Map.of("python", "./bare/bin/python", "packages", "alpha==1.0"), folder);
        Path base = Interpreters.base(new Interpreter(folder.resolve("bare/bin/python"), ""))
                .command();

        Installer installer = new InstallerChoice(environment).of(folder.resolve("bare/bin/python"));

        assertThat(installer).isEqualTo(Installer.ownPip(folder.resolve("bare/bin/python")));
        assertThat(installer.make(folder.resolve("x"))).doesNotContain("--without-pip");
        assertThat(base).isNotEqualTo(folder.resolve("bare/bin/python"));
        assertThat(environments().get(bare.settings(), events::add).installed()).contains("alpha==1.0");
    }

    @Nested
    class WithoutPackages {

        @Test
        void theInterpreterIsUsedAsItIs() throws IOException {
            PythonEnvironment own =
                    environments().get(PythonRequest.of(Map.of(), folder).settings(), events::add);

            assertThat(events).isEmpty();
            assertThat(output(own, "python", "--version")).isEqualTo("Python " + own.version());
            assertThat(output(own, "python3", "--version")).isEqualTo("Python " + own.version());
        }

        @Test
        void soIsThatOfAVirtualEnvironment() throws IOException {
            PythonEnvironment venv = get(environments(), "alpha==1.0");
            PythonRequest named =
                    PythonRequest.of(Map.of("python", venv.python().toString()), folder);
            events.clear();

            PythonEnvironment found = environments().get(named.settings(), events::add);

            assertThat(events).isEmpty();
            assertThat(output(found, "python3", "-c", "import alpha; print(alpha.VERSION)"))
                    .isEqualTo("1.0");
            assertThat(found.folder()).isEqualTo(venv.folder());
        }

        @Test
        void aCommandThatIsNotNamedPythonIsFoundAsPython() throws IOException {
            Path other = Files.createDirectories(folder.resolve("bin")).resolve("snake");
            Files.writeString(other, "#!/bin/sh\nexec python3 \"$@\"\n");
            assertThat(other.toFile().setExecutable(true)).isTrue();
            PythonRequest named = PythonRequest.of(Map.of("python", "bin/snake"), folder);

            PythonEnvironment found = environments().get(named.settings(), events::add);

            assertThat(output(found, "python", "-c", "print(6 * 7)")).isEqualTo("42");
        }

        @Test
        void aVersionThatIsNotThereIsToldWithThoseThatAre() {
            PythonRequest unknown = PythonRequest.of(Map.of("python", "3.99"), folder);

            assertThatThrownBy(() -> environments().get(unknown.settings(), events::add))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("there is no Python 3.99 on this machine. There are Python 3.")
                    .hasMessageEndingWith("name one of these, or install it.");
        }
    }

    @Nested
    class Failing {

        @Test
        void saysWhatPipSaidAndIsNotTriedAgain() throws IOException {
            PythonEnvironments environments = environments();
            Throwable first = catchThrowable(() -> get(environments, "alpha==9.9"));
            events.clear();
            Throwable second = catchThrowable(() -> get(environments, "alpha==9.9"));

            assertThat(first)
                    .isInstanceOf(UnableToBuildEnvironmentException.class)
                    .hasMessageStartingWith(
                            "an environment of Python with alpha==9.9 cannot be built: "
                                    + "Could not find a version that satisfies the requirement alpha==9.9 (from versions: 1.0, 2.0)")
                    .hasMessageContaining(
                            "; No matching distribution found for alpha==9.9. All that was printed is in ");
            assertThat(second).isSameAs(first);
            assertThat(events).isEmpty();
            assertThat(attempts()).isEmpty();
            Path log = Path.of(first.getMessage().replaceAll("(?s).* is in (.*)\\.", "$1"));
            assertThat(log).content().contains("No matching distribution");
        }

        @Test
        void showsNoPassword() throws IOException {
            try (FakeIndex index = new FakeIndex(folder.resolve("wheels"))) {
                environment.remove("PIP_NO_INDEX");
                environment.remove("PIP_FIND_LINKS");
                Files.writeString(
                        folder.resolve("requirements.txt"),
                        "--index-url " + index.url("me:hush@") + "\nnosuch @ " + index.url("me:hush@")
                                + "/nosuch.whl\n");
                PythonRequest request = PythonRequest.of(Map.of("requirements", "requirements.txt"), folder);

                Throwable failure = catchThrowable(() -> environments().get(request.settings(), events::add));

                assertThat(failure).isInstanceOf(UnableToBuildEnvironmentException.class);
                assertThat(failure.getMessage() + events)
                        .contains("***@127.0.0.1")
                        .doesNotContain("hush");
                assertThat(request.settings().kept().toString()).doesNotContain("hush");
                Path log = Path.of(failure.getMessage().replaceAll("(?s).* is in (.*)\\.", "$1"));
                assertThat(log).content().doesNotContain("hush");
            }
        }

        @Test
        void keepsNoPassword() throws IOException {
            try (FakeIndex index = new FakeIndex(folder.resolve("wheels"))) {
                environment.remove("PIP_NO_INDEX");
                environment.remove("PIP_FIND_LINKS");
                Files.writeString(
                        folder.resolve("requirements.txt"), "--index-url " + index.url("me:hush@") + "\nalpha==1.0\n");
                PythonRequest request = PythonRequest.of(Map.of("requirements", "requirements.txt"), folder);

                PythonEnvironment python = environments().get(request.settings(), events::add);

                assertThat(python.folder().orElseThrow().resolve("requirements.txt"))
                        .content()
                        .contains("--index-url http://***@127.0.0.1")
                        .doesNotContain("hush");
            }
        }

        @Test
        void aDamagedPackageIsNotInstalled() throws IOException {
            try (FakeIndex index = new FakeIndex(folder.resolve("wheels"))) {
                environment.remove("PIP_NO_INDEX");
                environment.remove("PIP_FIND_LINKS");
                environment.put("PIP_INDEX_URL", index.url(""));
                index.content = bytes -> Arrays.copyOf(bytes, bytes.length + 1);

                assertThatThrownBy(() -> get(environments(), "alpha==1.0"))
                        .isInstanceOf(UnableToBuildEnvironmentException.class)
                        .hasMessageContaining("DO NOT MATCH THE HASHES");
                index.content = bytes -> bytes;
                assertThat(get(environments(), "alpha==1.0").installed()).containsExactly("alpha==1.0");
            }
        }

        @Test
        void aFolderThatCannotBeWrittenIsNamed() throws IOException {
            Files.writeString(folder.resolve("cache"), "a file");

            assertThatThrownBy(() -> get(environments(), "alpha==1.0"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith(folder.resolve("cache") + ": environments of Python cannot be kept")
                    .hasMessageEndingWith(
                            "Make it writable and make room there, or set XDG_CACHE_HOME to another folder.");
        }
    }

    @Nested
    class WithUv {

        @BeforeEach
        void uv() {
            Path uv = TestPython.uv();
            assumeTrue(uv != null, "there is no uv: pip install uv");
            environment.merge("PATH", uv.getParent().toString(), (path, own) -> own + ":" + path);
            environment.put("FLOWSWEEP_PYTHON_INSTALLER", "");
            environment.put("UV_NO_INDEX", "1");
            environment.put("UV_FIND_LINKS", folder.resolve("wheels").toString());
            environment.put("UV_CACHE_DIR", folder.resolve("uv").toString());
        }

        @Test
        void itBuilds() throws IOException {
            PythonEnvironment python = get(environments(), "alpha==2.0");

            assertThat(events.get(0).toString()).endsWith("alpha==2.0 (uv)");
            assertThat(python.installed()).containsExactly("alpha==2.0", "beta==1.5");
            assertThat(output(python, "python3", "-c", "import alpha; print(alpha.VERSION)"))
                    .isEqualTo("2.0");
        }

        @Test
        void itsOwnMessageIsTold() {
            assertThatThrownBy(() -> get(environments(), "alpha==9.9"))
                    .isInstanceOf(UnableToBuildEnvironmentException.class)
                    .hasMessageContaining(
                            "No solution found when resolving dependencies; Because there is no version of"
                                    + " alpha==9.9 and you require alpha==9.9, we can conclude that your requirements are unsatisfiable. All that");
        }

        @Test
        void itLeavesToPipWhatOnlyPipIsTold() {
            environment.remove("UV_NO_INDEX");
            environment.remove("UV_FIND_LINKS");

            assertThat(get(environments(), "alpha==1.0").installed()).containsExactly("alpha==1.0");
            assertThat(events.get(0).toString()).endsWith("(pip)");
        }
    }
}
