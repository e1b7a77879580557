package io.flowsweep.dependencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.planner.config.ConfigSource;
import io.flowsweep.planner.decorator.DeclaredFlow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class SourceDeclarationsTest {

    private static final Path FOLDER = Path.of("").toAbsolutePath();

    private static Optional<DeclaredFlow> read(String source) {
        return SourceDeclarations.read(Sources.of(source), ToolProvider.getSystemJavaCompiler());
    }

    private static List<List<String>> packages(String source, Map<String, ConfigSource> configs) {
        return read(source).orElseThrow().libraries(configs, FOLDER).stream()
                .map(DependencyPlan::packages)
                .toList();
    }

    @Test
    void readsTextsSumsAndConstantsOfTheSource() {
        String source = """
                class Versions { static final String H2 = "2.4.240"; }

                @io.flowsweep.flow.Dependencies({"g:a:1", "com.h2database:h2:" + Versions.H2, MORE})
                class Uses extends FlowSpec { static final String MORE = ("g:b:" + "2"); }
                """;

        assertThat(packages(source, Map.of())).containsExactly(List.of("g:a:1", "com.h2database:h2:2.4.240", "g:b:2"));
    }

    @Test
    void followsBasesThatStandInTheSource() {
        String source = """
                @Dependencies("g:a:1") abstract class Base<T> extends FlowSpec {
                    @FlowConfig(name = "settings", defaultValue = "{ b = 7 }") Config c;
                }
                class Outer {
                    static class Flow extends Base<String> {
                        @Step(next = "end") @Dependencies("g:b:${settings.b}") void start() {}
                        @Step void end() {}
                    }
                }
                """;

        assertThat(read(source).orElseThrow().name()).isEqualTo("Flow");
        assertThat(packages(source, Map.of())).containsExactly(List.of("g:a:1"), List.of("g:a:1", "g:b:7"));
        assertThat(packages(source, Map.of("settings", new ConfigSource.Text("b = 8", "given"))))
                .containsExactly(List.of("g:a:1"), List.of("g:a:1", "g:b:8"));
    }

    @Test
    void readsOnlyTheConfigsThatLibrariesReferTo() {
        String source = """
                @Dependencies("g:a:${versions.a}") class Flow extends FlowSpec {
                    @FlowConfig(defaultFile = "missing.conf") Map<String, Object> other;
                    @FlowConfig Map<String, Object> versions;
                }
                """;

        assertThat(packages(source, Map.of("versions", new ConfigSource.Value(Map.of("a", "3")))))
                .containsExactly(List.of("g:a:3"));
    }

    @Test
    void leavesToTheCompilerWhatIsNotOneFlow() {
        assertThat(read("class A {}")).isEmpty();
        assertThat(read("class A extends FlowSpec {} class B extends FlowSpec {}"))
                .isEmpty();
        assertThat(read("abstract class A extends FlowSpec {}")).isEmpty();
    }

    @Test
    void refusesWhatOnlyTheCompilerCouldTell() {
        assertThatThrownBy(() -> read("\n@Dependencies(Elsewhere.PACKAGE) class Flow extends FlowSpec {}"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("Flow.java:2: \"Elsewhere.PACKAGE\" cannot be told before the flow is compiled."
                        + " Write the text itself, or a constant of these sources.");
    }

    @Test
    void refusesLibrariesFromAConfigThatTheFlowItselfParses() {
        String source = """
                @Dependencies("${mine.packages}") class Flow extends FlowSpec {
                    @FlowConfig(parser = "Mine") Map<String, Object> mine;
                }
                """;

        assertThatThrownBy(() -> packages(source, Map.of("mine", new ConfigSource.Text("x", "given"))))
                .hasMessageContaining(
                        "which is read by Mine, and that cannot be compiled before the libraries are known");
    }
}
