import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Step;
import io.flowsweep.plan.FlowMutator;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.Mutate;
import java.util.Map;

/** A flow whose config says how careful its runs are: a mutator adds the decorators that the stage asks for. */
@Mutate(Careful.ByStage.class)
@Resources(memory = "256MB")
public class Careful extends FlowSpec {

    /** In production every step is repeated, and the download bounded; elsewhere an error shows at once. */
    static class ByStage implements FlowMutator {

        @Override
        public FlowPlan apply(FlowPlan plan) {
            Map<?, ?> config = (Map<?, ?>) plan.configValues().get("config");
            return config.get("stage").equals("production")
                    ? plan.with("retry:times=2,delay=100ms").with("download", "timeout:value=30s")
                    : plan;
        }
    }

    record Settings(String stage) {}

    @FlowConfig(defaultValue = "{ stage = test }")
    Settings config;

    Integer attempts;

    @Step(next = "download")
    void start() {}

    /** Fails the first time when it may be repeated. */
    @Step(next = "end")
    void download() {
        attempts = current().attempt() + 1;
        if (config.stage().equals("production") && attempts == 1) {
            throw new IllegalStateException("the server was busy");
        }
    }

    @Step
    void end() {
        System.out.println(config.stage() + ": downloaded at attempt " + attempts);
    }
}
