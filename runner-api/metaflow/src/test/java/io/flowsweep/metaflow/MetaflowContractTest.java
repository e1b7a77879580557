package io.flowsweep.metaflow;

import io.flowsweep.metaflow.testing.Python;
import io.flowsweep.runner.Runner;
import io.flowsweep.source.FlowSourceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The suite on the real Metaflow. */
class MetaflowContractTest extends FlowSourceContract {

    private Path path;

    @Override
    protected void write() throws IOException {
        path = Python.withMetaflow().command().getParent();
        Files.writeString(folder.resolve("flow.py"), ContractFlow.TEXT);
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
