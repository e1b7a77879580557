package io.flowsweep.runner;

import io.flowsweep.source.FlowSourceContract;
import java.io.IOException;
import java.nio.file.Files;

class JavaFlowContractTest extends FlowSourceContract {

    private static final String SOURCE = """
            import io.flowsweep.flow.*;
            import java.nio.file.*;

            public class Doubled extends FlowSpec {
                record Settings(int base, String how, String witness) {}

                @FlowConfig Settings config;
                int result;

                @Step(next = "end")
                void start() throws Exception {
                    System.out.println("base is " + config.base());
                    current().report("progress", 1, 0.5);
                    current().report("progress", 2, 1.0);
                    switch (config.how()) {
                        case "fail" -> throw new IllegalStateException("no data");
                        case "sleep" -> {
                            Files.writeString(Path.of(config.witness()), ProcessHandle.current().pid() + "\\n");
                            Thread.sleep(300_000);
                        }
                        default -> result = config.base() * 2;
                    }
                }

                @Step void end() {}
            }
            """;

    @Override
    protected void write() throws IOException {
        Files.writeString(folder.resolve("Doubled.java"), SOURCE);
    }

    @Override
    protected Runner flow() {
        return Runner.of(folder.resolve("Doubled.java"));
    }

    @Override
    protected void change() throws IOException {
        Files.writeString(folder.resolve("Doubled.java"), SOURCE.replace("* 2", "* 3"));
    }
}
