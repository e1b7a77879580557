package io.flowsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.planner.parameter.ReservedNames;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ReservedNamesTest {

    @Test
    void everyOptionBesideParametersIsReserved() {
        CommandLine flow = Main.commandLine().getSubcommands().get("flow");
        for (String verb : List.of("run", "resume", "show", "check")) {
            flow.getSubcommands().get(verb).getCommandSpec().optionsMap().keySet().stream()
                    .filter(option -> option.startsWith("--"))
                    .forEach(option -> assertThat(ReservedNames.contains(option.substring(2)))
                            .as(option)
                            .isTrue());
        }
    }
}
