import io.flowsweep.flow.Catch;
import io.flowsweep.flow.Failed;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Retry;
import io.flowsweep.flow.Step;
import io.flowsweep.flow.Timeout;

/** A step that fails at first, one that never succeeds, and a run that goes on all the same. */
public class RetryAndCatch extends FlowSpec {

    @Parameter(help = "how many attempts fail")
    int failures = 2;

    Integer attempts;
    Failed failed;

    @Step(next = "hopeless")
    @Retry(times = "3", delay = "100ms", backoff = "2")
    void start() {
        attempts = current().attempt() + 1;
        if (current().attempt() < failures) {
            throw new IllegalStateException("attempt " + attempts + " had no luck");
        }
    }

    /** Has a process of its own, which is killed after a second. */
    @Step(next = "end")
    @Timeout("1s")
    @Catch(artifact = "failed")
    void hopeless() throws InterruptedException {
        new java.util.concurrent.CountDownLatch(1).await();
    }

    @Step
    void end() {
        System.out.println(attempts + " attempts; " + failed.step() + ": " + failed.message());
    }
}
