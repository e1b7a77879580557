package io.flowsweep.command;

import io.flowsweep.runner.Runner;
import io.flowsweep.source.FlowSourceContract;
import java.io.IOException;
import java.nio.file.Files;

class CommandFlowContractTest extends FlowSourceContract {

    private static final String SCRIPT = """
            echo "base is $FLOWSWEEP_CONFIG_BASE"
            echo "flowsweep step=1 progress=0.5"
            echo "flowsweep step=2 progress=1"
            case $FLOWSWEEP_CONFIG_HOW in
              fail) echo "no data" >&2; exit 3 ;;
              sleep) echo $$ > "$FLOWSWEEP_CONFIG_WITNESS"; sleep 300 ;;
              *) echo "flowsweep result=$((FLOWSWEEP_CONFIG_BASE * 2))" ;;
            esac
            """;

    @Override
    protected void write() throws IOException {
        Files.writeString(folder.resolve("flow.sh"), SCRIPT);
    }

    @Override
    protected Runner flow() {
        return Runner.of(CommandFlow.of("sh", "flow.sh").directory(folder).inputs("*.sh"));
    }

    @Override
    protected void change() throws IOException {
        Files.writeString(folder.resolve("flow.sh"), SCRIPT.replace("* 2", "* 3"));
    }
}
