package io.flowsweep.metaflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.events.RunState;
import io.flowsweep.metaflow.testing.Python;
import io.flowsweep.runner.Runner;
import io.flowsweep.source.FlowSourceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The suite on the real Metaflow, of which one run has been started before: the others are copies of what has imported it. */
class MetaflowContractTest extends FlowSourceContract {

    private Path path;

    @Override
    protected void write() throws IOException {
        path = Python.withMetaflow().command().getParent();
        Files.writeString(folder.resolve("flow.py"), ContractFlow.TEXT);
        Map<String, Object> config = Map.of("base", 1, "how", "well");
        Runner refused = flow().store(elsewhere.resolve("store"))
                .config("config", config)
                .with("unknown");
        assertThat(refused.run().await()).isEqualTo(RunState.FAILED);
    }

    @Override
    protected Runner flow() {
        return Runner.of(folder.resolve("flow.py")).env("PATH", path + ":" + System.getenv("PATH"));
    }

    @Override
    protected void change() throws IOException {
        Files.writeString(folder.resolve("flow.py"), ContractFlow.TEXT.replace("* 2", "* 3"));
    }
}
