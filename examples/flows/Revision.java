import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Step;
import java.util.Optional;

/** A config that is computed: the state of the git checkout, so that each run says which revision made its numbers. */
@Resources(memory = "256MB")
public class Revision extends FlowSpec {

    record Checkout(String commit, Optional<String> branch, boolean dirty) {}

    /** Empty when the flow lies outside a checkout. */
    @FlowConfig(parser = "git")
    Optional<Checkout> git;

    String revision;

    @Step(next = "end")
    void start() {
        revision = git.map(g -> g.commit().substring(0, 10) + (g.dirty() ? ", with changes" : ""))
                .orElse("unknown");
    }

    @Step
    void end() {
        System.out.println("made by revision " + revision);
    }
}
