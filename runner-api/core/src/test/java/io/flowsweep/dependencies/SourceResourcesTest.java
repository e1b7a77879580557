package io.flowsweep.dependencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.plan.ResourcePlan;
import io.flowsweep.planner.decorator.DeclaredResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceResourcesTest {

    @TempDir
    Path dir;

    private Path source(String text) throws IOException {
        return Files.writeString(dir.resolve("F.java"), text);
    }

    @Test
    void areTheLargestOfAllStepsWithoutCompiling() throws IOException {
        Path flow = source("""
                import no.such.Library;
                @Resources(cpu = "1", memory = "2GB", pools = "licence=1")
                public class F extends FlowSpec {
                    static final String CPUS = "${settings.cpu}";
                    @FlowConfig Library settings;
                    @Step(next = "fit") void start() {}
                    @Step(next = "end") @Resources(cpu = CPUS, gpu = "${settings.gpu}") void fit() { Library.call(); }
                    @Step @Resources("${settings.ends}") void end() {}
                }
                """);
        ResourcePlan plan = SourceResources.read(flow)
                .orElseThrow()
                .of(
                        Map.of("settings", Map.of("cpu", 4, "gpu", 2, "ends", Map.of("memory", "8GB"))),
                        path -> Optional.empty());
        assertThat(plan).isEqualTo(new ResourcePlan(4, Optional.of(8_000_000_000L), 2, Map.of("licence", 1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpu = \"${config.cpu}\" | x.conf:2: F.start() @Resources: cpu must be a whole number of at least 1, but got lots",
                "\"${config.all}\" | x.conf:3: F.start() @Resources: gpu must be a whole number of at least 0, but got many"
            })
    void thatCannotBeAreToldWithTheLineOfTheirValue(String attributes, String message) throws IOException {
        Path flow = source("class F extends FlowSpec { @FlowConfig java.util.Map<String, Object> config;"
                + " @Step @Resources(" + attributes + ") void start() {} }");
        Map<String, String> places = Map.of("config.cpu", "x.conf:2", "config.all.gpu", "x.conf:3");
        DeclaredResources declared = SourceResources.read(flow).orElseThrow();

        assertThatThrownBy(() -> declared.of(
                        Map.of("config", Map.of("cpu", "lots", "all", Map.of("gpu", "many"))),
                        path -> Optional.ofNullable(places.get(path))))
                .hasMessage(message);
    }

    @Test
    void areNoneWhereNoneAreAskedFor() throws IOException {
        Path flow =
                source("class F extends FlowSpec { @Step void start() {} @Resources(cpu = \"9\") void other() {} }");
        assertThat(SourceResources.read(flow))
                .hasValueSatisfying(declared -> assertThat(declared.isEmpty()).isTrue());
    }

    @Test
    void areNotToldWhereTheSourceDoesNotTellThem() throws IOException {
        assertThat(SourceResources.read(
                        source("class F extends FlowSpec { @Step @Resources(cpu = X.Y) void start() {} }")))
                .isEmpty();
        assertThat(SourceResources.read(source("this is no Java"))).isEmpty();
        assertThat(SourceResources.read(dir.resolve("flow.jar"))).isEmpty();
    }
}
