package io.flowsweep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private final Scope scope = Scope.of(Map.of(
            "config", Map.of("cpu", 2, "lr", 1.0e-3, "names", List.of("a", "b"), "money", "$1\\2"),
            "sweep", Map.of("name", "matmul")));

    @Test
    void aLoneReferenceKeepsItsType() {
        assertThat(scope.expand("${config.cpu}", "")).isEqualTo(2L);
        assertThat(scope.expand("${config.names}", "")).isEqualTo(List.of("a", "b"));
    }

    @Test
    void aReferenceInsideATextBecomesText() {
        assertThat(scope.expand("${sweep.name}-${config.cpu}x${config.lr}", "")).isEqualTo("matmul-2x0.001");
        assertThat(scope.expandText("${config.cpu}", "")).isEqualTo("2");
        assertThat(scope.expand("costs ${config.money}", "")).isEqualTo("costs $1\\2");
    }

    @Test
    void stringsAreFoundInsideListsAndMaps() {
        assertThat(scope.expand(Map.of("a", List.of("${config.cpu}", 1L, "$x")), ""))
                .isEqualTo(Map.of("a", List.of(2L, 1L, "$x")));
    }

    @Test
    void anUnknownNameIsRefusedWithASuggestion() {
        assertThatThrownBy(() -> scope.expand("a ${config.cpus}", "s.conf:3"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("s.conf:3: ${config.cpus} is not defined. Did you mean \"config.cpu\"?");
    }

    @Test
    void referencesAreListed() {
        assertThat(Scope.references("${a.b} and ${ c }, $d")).containsExactly("a.b", "c");
    }
}
