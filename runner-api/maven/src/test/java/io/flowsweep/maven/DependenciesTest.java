package io.flowsweep.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.dependencies.DependencyEvent;
import io.flowsweep.dependencies.UnresolvableDependenciesException;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployer;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.deployer.TriggeredStatus;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunState;
import io.flowsweep.executor.ExecutorProvider;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.DependencyPlan.LockedJar;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DependenciesTest {

    /** The local repository of these tests; see settings.xml. */
    private static final Path LOCAL = Path.of(System.getProperty("user.home"), ".m2", "repository");

    @TempDir
    Path folder;

    private TestRepository repository;
    private final List<DependencyEvent> events = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void startEmpty() throws IOException {
        forget("acme");
        repository = new TestRepository(folder.resolve("repository"));
    }

    @AfterEach
    void leaveNothing() throws IOException {
        forget("acme");
    }

    static Stream<String> executors() {
        return ServiceLoader.load(ExecutorProvider.class).stream()
                .map(provider -> provider.get().name())
                .sorted();
    }

    private static void forget(String group) throws IOException {
        Path artifacts = LOCAL.resolve(group);
        if (Files.exists(artifacts)) {
            try (Stream<Path> files = Files.walk(artifacts)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Runner runner(String members) {
        return runner(
                "@Dependencies(value = \"${config.packages}\", repositories = \"${config.repository}\")", members);
    }

    private Runner runner(String decorator, String members) {
        String source = """
                import io.flowsweep.flow.*;
                import java.util.*;

                %s
                class Versions extends FlowSpec {
                    @FlowConfig Map<String, Object> config;
                    String seen;
                    String later;
                %s
                }
                """.formatted(decorator, members);
        try {
            Path file = folder.resolve("Versions.java");
            Files.writeString(file, source);
            return Runner.of(file).store(folder.resolve("store")).dependencyListener(events::add);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final String REPORTS = """
            @Step(next = "end") void start() { seen = acme.Lib.version(); }
            @Step void end() {}
            """;

    private Map<String, Object> config(Object packages) {
        return Map.of("packages", packages, "repository", repository.named());
    }

    private static String seen(ExecutingRun run) {
        assertThat(run.await()).as(run.run().failure().orElse("")).isEqualTo(RunState.SUCCEEDED);
        return run.run().data().get("seen", String.class);
    }

    @ParameterizedTest
    @MethodSource("executors")
    void runsAtOnceEachSeeTheVersionTheyAskFor(String executor) {
        repository.publishLib("1.0").publishLib("2.0").publishLib("3.0");
        Runner runner = runner(REPORTS).executor(executor);

        List<ExecutingRun> runs = Stream.of("1.0", "2.0", "3.0")
                .map(version -> runner.config("config", config(List.of("acme:lib:" + version)))
                        .start())
                .toList();

        assertThat(runs).extracting(DependenciesTest::seen).containsExactly("1.0", "2.0", "3.0");
    }

    @Test
    void aDeployedFlowBringsItsLibrariesWhateverBecomesOfTheRepositories() throws IOException {
        repository.publishLib("1.0").publishLib("2.0");
        Runner runner = runner("""
                @Step(next = "end") @Dependencies("acme:lib:2.0") void start() { later = acme.Lib.version(); }
                @Step void end() { seen = acme.Lib.version(); }
                """);
        DeployedFlow flow = Deployer.of(runner.config("config", config(List.of("acme:lib:1.0"))))
                .create();
        forget("acme");
        Files.delete(repository.jarFile("acme:lib:1.0"));

        TriggeredRun run = flow.trigger();

        assertThat(run.await()).as(run.failure().orElse("")).isEqualTo(TriggeredStatus.SUCCEEDED);
        assertThat(run.run().orElseThrow().data().get("seen", String.class)).isEqualTo("1.0");
        assertThat(run.run().orElseThrow().data().get("later", String.class)).isEqualTo("2.0");
    }

    @ParameterizedTest
    @MethodSource("executors")
    void aStepHasItsOwnOnTopOfThoseOfTheClass(String executor) {
        repository
                .publishLib("1.0")
                .publishLib("2.0")
                .publish("acme:more:1", "acme.More", "public static String text() { return \"more\"; }");
        Runner runner = runner("""
                @Step(next = "middle") void start() { seen = acme.Lib.version(); }
                @Step(next = "end") @Dependencies({"acme:lib:2.0", "acme:more:1"})
                void middle() { seen += " " + acme.Lib.version() + " " + acme.More.text(); }
                @Step void end() { later = seen + " " + acme.Lib.version(); }
                """);

        ExecutingRun run = runner.executor(executor)
                .config("config", config(List.of("acme:lib:1.0")))
                .run();

        assertThat(run.await()).as(run.run().failure().orElse("")).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.run().data().get("later", String.class)).isEqualTo("1.0 2.0 more 1.0");
    }

    @ParameterizedTest
    @MethodSource("executors")
    void ourOwnLibrariesNeverClashWithThoseOfAFlow(String executor) {
        String mark = "public static final String MARK = \"the flow's \" + ";
        repository
                .publish("acme:jackson:9", "com.fasterxml.jackson.core.JsonFactory", mark + "\"Jackson\";")
                .publish("acme:guava:9", "com.google.common.base.Joiner", mark + "\"Guava\";")
                .publish("com.typesafe:config:9", "com.typesafe.config.ConfigFactory", mark + "\"HOCON\";");
        Runner runner = runner("""
                @Step(next = "end") void start() {
                    seen = com.fasterxml.jackson.core.JsonFactory.MARK + ", " + com.google.common.base.Joiner.MARK
                            + ", " + com.typesafe.config.ConfigFactory.MARK;
                }
                @Step void end() {}
                """);

        ExecutingRun run = runner.executor(executor)
                .config("config", config(List.of("acme:jackson:9", "acme:guava:9", "com.typesafe:config:9")))
                .run();

        assertThat(seen(run)).isEqualTo("the flow's Jackson, the flow's Guava, the flow's HOCON");
    }

    @Test
    void aClassFlowGetsLibrariesToo() {
        repository.publishLib("4.0");

        ExecutingRun run = Runner.of(Reflective.class)
                .store(folder.resolve("store"))
                .dependencyListener(events::add)
                .config("config", config(List.of("acme:lib:4.0")))
                .run();

        assertThat(seen(run)).isEqualTo("4.0");
    }

    @Nested
    class WhatIsAskedFor {

        @BeforeEach
        void publish() {
            repository
                    .publishLib("1.10")
                    .publishLib("2.0")
                    .publish("acme:user:1", "acme.User", "", "acme:lib:2.0")
                    .publish("acme:other:1", "acme.Other", "", "acme:lib:1.10");
        }

        private List<String> names(Object packages) {
            return names(runner(REPORTS).config("config", config(packages)).plan());
        }

        private static List<String> names(FlowPlan plan) {
            return plan.dependencies().orElseThrow().lock().stream()
                    .map(LockedJar::name)
                    .toList();
        }

        @Test
        void isAMapWhoseVersionsKeepTheirText() {
            Runner hocon = runner(REPORTS)
                    .config("config", "packages { \"acme:lib\" = 1.10 }, repository = \"" + repository.named() + "\"");

            assertThat(names(hocon.plan())).containsExactly("acme:lib:jar:1.10");
            assertThat(names(Map.of("acme:lib", "2.0"))).containsExactly("acme:lib:jar:2.0");
        }

        @Test
        void isAVersionThatKeepsItsText() {
            Runner hocon = runner(
                            "@Dependencies(value = \"acme:lib:${config.lib_version}\", "
                                    + "repositories = \"${config.repository}\")",
                            REPORTS)
                    .config("config", "lib_version = 1.10, repository = \"" + repository.named() + "\"");

            assertThat(names(hocon.plan())).containsExactly("acme:lib:jar:1.10");
        }

        @Test
        void bringsWhatItNeeds() {
            assertThat(names(List.of("acme:user:1"))).containsExactly("acme:user:jar:1", "acme:lib:jar:2.0");
        }

        @Test
        void winsOverWhatIsNeeded() {
            assertThat(names(List.of("acme:user:1", "acme:lib:1.10")))
                    .containsExactly("acme:user:jar:1", "acme:lib:jar:1.10");
        }

        @Test
        void mayBeAnObjectOfEverything() {
            Map<String, Object> config = Map.of(
                    "packages",
                    Map.of(
                            "packages", List.of("acme:user:1"),
                            "exclusions", List.of("acme:lib"),
                            "repositories", Map.of("test", repository.url())),
                    "repository",
                    "");

            assertThat(names(runner("""
                    @Step(next = "end") void start() { seen = "" + acme.User.class; }
                    @Step void end() {}
                    """).config("config", config).plan())).containsExactly("acme:user:jar:1");
        }

        @Test
        void mayBeAJarBesideTheFlow() throws IOException {
            Files.write(
                    folder.resolve("lib.jar"),
                    TestRepository.jar("acme.Lib", "public static String version() { return \"local\"; }"));

            ExecutingRun run = runner("@Dependencies(jars = \"lib.jar\")", REPORTS)
                    .config("config", Map.of())
                    .run();

            assertThat(seen(run)).isEqualTo("local");
        }

        @Test
        void isRefusedWithTheCureWhenItIsNoPackage() {
            Runner runner = runner(REPORTS);

            assertThatThrownBy(() ->
                            runner.config("config", config(List.of("acme:lib"))).plan())
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("Versions @Dependencies: \"acme:lib\" is no package."
                            + " Write group:artifact:version, for example org.h2database:h2:2.4.240.");
            assertThatThrownBy(() -> runner.config("config", "packages { org.duckdb:duckdb_jdbc = 1.4 }")
                            .plan())
                    .hasMessageContaining("Write the group and the artifact as one key, in quotes:"
                            + " \"org.duckdb:duckdb_jdbc\" = \"1.4\"");
            assertThatThrownBy(() -> runner.config(
                                    "config", config(Map.of("org", Map.of("duckdb", Map.of("duckdb_jdbc", "1.4")))))
                            .plan())
                    .hasMessageContaining("its key lacks the colon, or is not in quotes");
        }
    }

    @Nested
    class TheLock {

        @Test
        void standsInThePlanWithChecksums() {
            repository.publishLib("1.0");

            DependencyPlan set = runner(REPORTS)
                    .config("config", config(List.of("acme:lib:1.0")))
                    .run()
                    .run()
                    .plan()
                    .dependencies()
                    .orElseThrow();

            assertThat(set.packages()).containsExactly("acme:lib:1.0");
            assertThat(set.lock()).singleElement().satisfies(jar -> {
                assertThat(jar.name()).isEqualTo("acme:lib:jar:1.0");
                assertThat(jar.sha256()).matches("[0-9a-f]{64}");
                assertThat(jar.repository()).isEqualTo("test");
                assertThat(Path.of(URI.create(jar.location())))
                        .startsWith(LOCAL)
                        .hasSize(jar.bytes());
            });
            assertThat(events).hasSize(3);
            assertThat(events.get(0)).hasToString("resolving acme:lib:1.0");
            assertThat(events.get(1).toString()).matches("fetching lib-1.0.jar \\(1 kB\\) from test");
            assertThat(events.get(2).toString())
                    .matches("resolved acme:lib:1.0: 1 jar, 1 kB, fetched 1 kB, in \\d+\\.\\d s");
        }

        @Test
        void ofAnEarlierRunServesWithoutAnyRepository() throws IOException {
            repository.publishLib("1.0");
            Map<String, Object> config = config(List.of("acme:lib:1.0"));
            runner(REPORTS).config("config", config).run();
            Files.move(folder.resolve("repository"), folder.resolve("gone"));
            events.clear();

            assertThat(seen(runner(REPORTS).config("config", config).run())).isEqualTo("1.0");
            assertThat(events).isEmpty();
        }

        @Test
        void fetchesAgainOnceWhatIsMissingOrDamaged() throws IOException {
            repository.publishLib("1.0");
            Map<String, Object> config = config(List.of("acme:lib:1.0"));
            runner(REPORTS).config("config", config).run();
            Path jar = LOCAL.resolve("acme/lib/1.0/lib-1.0.jar");

            Files.write(jar, new byte[(int) Files.size(jar)]);
            assertThat(seen(runner(REPORTS).config("config", config).run())).isEqualTo("1.0");
            Files.delete(jar);
            assertThat(seen(runner(REPORTS).config("config", config).run())).isEqualTo("1.0");

            assertThat(events.stream().filter(e -> e instanceof DependencyEvent.Mended))
                    .hasSize(2);
        }

        @Test
        void isNotMadeFromADamagedFile() throws IOException {
            repository.publishLib("1.0");
            Map<String, Object> config = config(List.of("acme:lib:1.0"));
            runner(REPORTS).config("config", config).plan();
            Files.write(LOCAL.resolve("acme/lib/1.0/lib-1.0.jar"), new byte[10]);

            Runner elsewhere = runner(REPORTS).store(folder.resolve("other store"));

            assertThat(seen(elsewhere.config("config", config).run())).isEqualTo("1.0");
        }

        @Test
        void isRefusedWhenTheRepositoryHasAnotherFileByNow() throws IOException {
            repository.publishLib("1.0");
            Map<String, Object> config = config(List.of("acme:lib:1.0"));
            runner(REPORTS).config("config", config).plan();
            forget("acme");
            repository.publish("acme:lib:1.0", "acme.Lib", "public static String version() { return \"x\"; }");

            assertThatThrownBy(() -> runner(REPORTS).config("config", config).plan())
                    .isInstanceOf(UnresolvableDependenciesException.class)
                    .hasMessageContaining("acme:lib:jar:1.0 is not the one of the lock any more");
        }

        @Test
        void isThatOfTheRunThatIsResumed() {
            repository.publishLib("1.0");
            Map<String, Object> config = config(List.of("acme:lib:[1.0,2.0)"));
            ExecutingRun first = runner(REPORTS).config("config", config).run();
            repository.publishLib("1.5");

            ExecutingRun resumed = runner(REPORTS).resume(first.id(), "start");
            ExecutingRun anew = runner(REPORTS).config("config", config).run();

            assertThat(seen(first)).isEqualTo("1.0");
            assertThat(seen(resumed)).isEqualTo("1.0");
            assertThat(seen(anew)).isEqualTo("1.5");
        }
    }

    @Nested
    class WhatCannotBeHad {

        @Test
        void isNamedWithTheVersionsThatThereAre() {
            repository.publishLib("1.0").publishLib("1.1");

            assertThatThrownBy(() -> runner(REPORTS)
                            .config("config", config(List.of("acme:lib:1.2")))
                            .plan())
                    .isInstanceOf(UnresolvableDependenciesException.class)
                    .hasMessageContaining("there is no acme:lib:jar:1.2; asked: empty (file:")
                    .hasMessageContaining(", test (" + repository.url() + ")")
                    .hasMessageContaining("There are 1.0, 1.1.");
        }

        @Test
        void isSaidToHaveNoVersionAtAll() {
            assertThatThrownBy(() -> runner(REPORTS)
                            .config("config", config(List.of("acme:nothing:1")))
                            .plan())
                    .hasMessageContaining("there is no acme:nothing:jar:1")
                    .hasMessageContaining("None of its versions is known there: check group and artifact.");
        }

        @Test
        void namesARepositoryThatCannotBeReached() throws IOException {
            int dead;
            try (ServerSocket socket = new ServerSocket(0)) {
                dead = socket.getLocalPort();
            }
            Map<String, Object> config =
                    Map.of("packages", List.of("acme:lib:1"), "repository", "dead=http://127.0.0.1:" + dead + "/x");

            assertThatThrownBy(() -> runner(REPORTS).config("config", config).plan())
                    .isInstanceOf(UnresolvableDependenciesException.class)
                    .hasMessageContaining("acme:lib:jar:1 cannot be fetched: ")
                    .hasMessageContaining("refused")
                    .hasMessageContaining("dead (http://127.0.0.1:" + dead + "/x)");
        }

        @Test
        void isToldWhereTwoAskForDistinctVersionsOfAThird() {
            repository
                    .publishLib("1.0")
                    .publishLib("2.0")
                    .publish("acme:old:1", "acme.Old", "", "acme:lib:[1.0]")
                    .publish("acme:new:1", "acme.New", "", "acme:lib:[2.0]");

            assertThatThrownBy(() -> runner(REPORTS)
                            .config("config", config(List.of("acme:old:1", "acme:new:1")))
                            .plan())
                    .isInstanceOfSatisfying(
                            UnresolvableDependenciesException.class,
                            e -> assertThat(e.problems()).singleElement().satisfies(problem -> {
                                assertThat(problem.where()).isEqualTo("@Dependencies");
                                assertThat(problem.what())
                                        .contains("acme:lib")
                                        .contains("; asked: ")
                                        .contains("test (" + repository.url() + ")");
                            }));
        }

        @Test
        void isToldOfAJarThatIsDamagedWhereItComesFrom() {
            repository.publishLib("1.0");
            repository.spoil("acme:lib:1.0");

            assertThatThrownBy(() -> runner(REPORTS)
                            .config("config", config(List.of("acme:lib:1.0")))
                            .plan())
                    .hasMessageContaining("acme:lib:jar:1.0 is damaged where it comes from: it is no jar");
        }
    }

    @Nested
    class FurtherSources {

        @Test
        void areCompiledWithTheFlow() throws IOException {
            for (String backend : List.of("one", "two")) {
                Files.createDirectories(folder.resolve("backend/" + backend));
                Files.writeString(
                        folder.resolve("backend/" + backend + "/Backend.java"),
                        "class Backend { static String name() { return \"" + backend + "\" + acme.Lib.version(); } }");
            }
            repository.publishLib("1.0").publishLib("2.0");
            Runner runner = runner("""
                    @Step(next = "end") void start() { seen = Backend.name(); }
                    @Step void end() {}
                    """);

            ExecutingRun one = runner.sources("backend/one/*.java")
                    .config("config", config(List.of("acme:lib:1.0")))
                    .start();
            ExecutingRun two = runner.sources("backend/two")
                    .config("config", config(List.of("acme:lib:2.0")))
                    .start();

            assertThat(seen(one)).isEqualTo("one1.0");
            assertThat(seen(two)).isEqualTo("two2.0");
            assertThatThrownBy(() -> runner.sources("backend/three/*.java")
                            .config("config", config(List.of()))
                            .plan())
                    .hasMessageContaining("no source matches \"backend/three/*.java\"");
        }
    }
}
