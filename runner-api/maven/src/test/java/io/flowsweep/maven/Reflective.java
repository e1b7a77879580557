package io.flowsweep.maven;

import io.flowsweep.flow.Dependencies;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Step;
import java.util.Map;

/** A class flow that needs a library which this program does not have. */
@Dependencies(value = "${config.packages}", repositories = "${config.repository}")
public class Reflective extends FlowSpec {

    @FlowConfig
    Map<String, Object> config;

    String seen;

    @Step(next = "end")
    void start() throws ReflectiveOperationException {
        seen = (String) Class.forName("acme.Lib").getMethod("version").invoke(null);
    }

    @Step
    void end() {}
}
