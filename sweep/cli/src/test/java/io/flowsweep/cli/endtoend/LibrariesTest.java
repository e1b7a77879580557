package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.cli.endtoend.CommandLineProcess.Result;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.Sha256;
import io.flowsweep.maven.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Variants with libraries and sources of their own, in a home whose settings know no repository of the network. */
@Timeout(600)
class LibrariesTest {

    @TempDir
    Path folder;

    private TestRepository repository;

    @BeforeEach
    void prepare() throws IOException {
        repository = new TestRepository(folder.resolve("repository"));
        Files.createDirectories(folder.resolve("home/.m2"));
        Files.writeString(folder.resolve("home/.m2/settings.xml"), """
                <settings><mirrors><mirror><id>empty</id><mirrorOf>central</mirrorOf><url>%s</url></mirror></mirrors></settings>
                """.formatted(
                        folder.resolve("empty").toUri()));
        Files.writeString(folder.resolve("Versions.java"), """
                import io.flowsweep.flow.*;
                import java.util.*;

                @Dependencies(value = "${config.packages}", repositories = "${config.repository}")
                public class Versions extends FlowSpec {
                    @FlowConfig Map<String, Object> config;
                    Double version;

                    @Step(next = "end") void start() { version = Double.valueOf(Part.version()); }
                    @Step void end() {}
                }
                """);
        for (String part : List.of("plain", "doubled")) {
            Files.createDirectories(folder.resolve("parts/" + part));
            Files.writeString(
                    folder.resolve("parts/" + part + "/Part.java"), """
                    class Part {
                        static String version() { return acme.Lib.version() + "%s"; }
                    }
                    """.formatted(part.equals("doubled") ? "5" : ""));
        }
    }

    private Path sweep(String versions) throws IOException {
        return Files.writeString(folder.resolve("versions.conf"), """
                flow { main = Versions.java, sources = ["parts/${config.part}/*.java"] }
                config { part = plain, version = "", packages = ["acme:lib:"${version}], repository = "%s" }
                grid { version = [%s], part = [plain, doubled] }
                metrics { seen = { artifact = version } }
                """.formatted(repository.named(), versions));
    }

    private Result run(String... arguments) throws IOException {
        return CommandLineProcess.run(
                folder, Map.of("JDK_JAVA_OPTIONS", "-Duser.home=" + folder.resolve("home")), arguments);
    }

    private Map<String, Object> seen(Path sweep) throws IOException {
        return run("results", sweep.toString(), "--json")
                .out()
                .lines()
                .map(Json::parseObject)
                .filter(row -> row.get("state").equals("succeeded"))
                .collect(Collectors.toMap(row -> row.get("version") + " " + row.get("part"), row -> row.get("seen")));
    }

    @Test
    void eachVariantHasItsOwnAndWhatCannotBeHadStopsOnlyThoseThatNeedIt() throws IOException {
        repository.publishLib("1.10").publishLib("1.2");
        Path sweep = sweep("1.10, 1.2, 9.9");

        Result result = run("run", sweep.toString(), "--executor", "worker");

        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(1);
        assertThat(seen(sweep))
                .isEqualTo(Map.of("1.10 plain", 1.1, "1.10 doubled", 1.105, "1.2 plain", 1.2, "1.2 doubled", 1.25));
        assertThat(result.err())
                .contains("fetching lib-1.10.jar")
                .contains("fetching lib-1.2.jar")
                .containsPattern("resolved acme:lib:1.10: 1 jar");
        assertThat(result.err().lines().filter(line -> line.startsWith("resolving acme:lib:9.9")))
                .hasSize(1);
        assertThat(result.out())
                .contains("version=9.9,part=plain and version=9.9,part=doubled cannot run: @Dependencies:"
                        + " there is no acme:lib:jar:9.9; asked: empty (")
                .contains("There are 1.2, 1.10.");
    }

    @Test
    void aSweepIsRefusedWhenNoVariantCanHaveItsLibraries() throws IOException {
        Result result = run("run", sweep("\"3\"").toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("there is no acme:lib:jar:3; asked: ");
    }

    @Test
    void aFlowMayAskForOurCharts() throws IOException {
        Path flow = Files.writeString(folder.resolve("Charted.java"), """
                import io.flowsweep.flow.*;
                import io.flowsweep.plots.*;
                import io.flowsweep.plots.charts.Charts;
                import java.nio.file.Path;
                import java.util.List;

                @Dependencies("flowsweep:plots")
                public class Charted extends FlowSpec {
                    String loader;

                    @Step(next = "end") void start() {
                        Table table = new Table(List.of(Column.number("x")));
                        table.add(List.of(1));
                        Charts.scatter(table).x("x").y("x").svg(Path.of("chart.svg"));
                        Charts.scatter(table).x("x").y("x").png(Path.of("chart.png"));
                        loader = table.getClass().getClassLoader().getName() + " of " + table.rowCount();
                    }
                    @Step void end() {}
                }
                """);

        // its libraries are in the local repository that this build has used, or come from where the build has them
        // from
        Result result = CommandLineProcess.run(folder, "flow", "run", flow.toString());

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("loader = \"libraries of 1\"");
        assertThat(folder.resolve("chart.svg")).content().startsWith("<?xml").contains("<svg");
        assertThat(folder.resolve("chart.png")).isNotEmptyFile();
    }

    @Test
    void aSecondSweepAsksNobody() throws IOException {
        repository.publishLib("1.1");
        Path sweep = sweep("\"1.1\"");
        run("run", sweep.toString(), "--executor", "inline");
        Files.move(folder.resolve("repository"), folder.resolve("gone"));

        Result again = run("run", sweep.toString(), "--executor", "inline");

        assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
        assertThat(again.err()).doesNotContain("resolv").doesNotContain("fetching");
    }

    @Test
    void anotherContentOfALocalJarMakesOnlyTheVariantsWithItRunAgain() throws IOException {
        Files.writeString(folder.resolve("Seen.java"), """
                import io.flowsweep.flow.*;
                import java.util.*;

                @Dependencies("${config.libraries}")
                public class Seen extends FlowSpec {
                    @FlowConfig Map<String, Object> config;
                    Double version;

                    @Step(next = "end") void start() { version = Double.valueOf(acme.Lib.version()); }
                    @Step void end() {}
                }
                """);
        Path sweep = Files.writeString(folder.resolve("seen.conf"), """
                flow = Seen.java
                config { jar = "", libraries { jars = [${jar}] } }
                grid { jar = [first.jar, second.jar] }
                metrics { seen = { artifact = version } }
                run { executor = inline }
                """);
        repository.publishLib("1").publishLib("2").publishLib("3");
        local("1", "first.jar");
        local("2", "second.jar");
        Result first = run("run", sweep.toString());
        local("3", "second.jar");

        Result second = run("run", sweep.toString());

        assertThat(first.exitCode()).as(first.out() + first.err()).isZero();
        assertThat(second.exitCode()).as(second.out() + second.err()).isZero();
        assertThat(second.out()).contains("1 reused · 1 stale");
        assertThat(run("results", sweep.toString(), "--json").out().lines().map(Json::parseObject))
                .extracting(row -> row.get("jar") + " " + row.get("seen"))
                .containsExactly("first.jar 1", "second.jar 3");
        Map<String, Object> kept =
                Json.parseObject(run("provenance", sweep.toString(), "--json").out());
        assertThat((List<?>) kept.get("libraries"))
                .as("what the first variant was locked to")
                .isEqualTo(List.of(Map.of(
                        "name", "first.jar", "sha256", Sha256.of(Files.readAllBytes(folder.resolve("first.jar"))))));
    }

    /** Puts a version of the library in a file beside the flow. */
    private void local(String version, String file) throws IOException {
        Files.copy(
                folder.resolve("repository/acme/lib/" + version + "/lib-" + version + ".jar"),
                folder.resolve(file),
                StandardCopyOption.REPLACE_EXISTING);
    }
}
