package io.flowsweep.metaflow;

import io.flowsweep.metaflow.testing.StubMetaflow;
import io.flowsweep.runner.Runner;
import io.flowsweep.source.FlowSourceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The suite on a program that honours what Metaflow promises, which needs no Python. */
class StubContractTest extends FlowSourceContract {

    @TempDir
    private Path path;

    @Override
    protected void write() throws IOException {
        StubMetaflow.install(path);
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
