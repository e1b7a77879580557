package io.flowsweep.source;

import static io.flowsweep.testing.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flowsweep.client.LogLine;
import io.flowsweep.client.MetricValue;
import io.flowsweep.client.Run;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.JsonObject;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployer;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.deployer.TriggeredStatus;
import io.flowsweep.events.RunState;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.plan.json.PlanReader;
import io.flowsweep.runner.ExecutingRun;
import io.flowsweep.runner.Runner;
import io.flowsweep.store.ThisMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every kind of flow does. A kind writes one flow: its first step is called {@code start}; its config {@code config} has the
 * number {@code base} and the texts {@code how} and {@code witness}. It
 * <ol>
 *   <li>prints {@code base is 10}, or whatever base is, and reports {@code progress}: 0.5 at position 1, then 1.0 at position 2;
 *   <li>with {@code how = fail} fails, and says {@code no data};
 *   <li>with {@code how = sleep} writes the id of its process into the file {@code witness}, in one piece, and sleeps for minutes;
 *   <li>else leaves the artifact {@code result}, which is twice the base.
 * </ol>
 */
@Timeout(900)
public abstract class FlowSourceContract {

    /** Holds the flow's files. */
    @TempDir
    protected Path folder;

    /** Holds the store of its runs, {@code store}. */
    @TempDir
    protected Path elsewhere;

    /** Writes the flow's files into {@link #folder}. */
    protected abstract void write() throws IOException;

    /** The flow in {@link #folder}. */
    protected abstract Runner flow();

    /** Changes what the flow in {@link #folder} does. */
    protected abstract void change() throws IOException;

    @BeforeEach
    final void writeFlow() throws IOException {
        write();
    }

    private Runner runner(String how) {
        return flow().store(elsewhere.resolve("store")).config("config", config(how));
    }

    private Map<String, Object> config(String how) {
        return Map.of("base", 10, "how", how, "witness", witness().toString());
    }

    private Path witness() {
        return elsewhere.resolve("witness");
    }

    private ProcessHandle awaitSleeper() throws IOException {
        await(
                "the flow to work",
                () -> Files.exists(witness()) && witness().toFile().length() > 0);
        long pid = Long.parseLong(Files.readString(witness()).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    @Test
    void isDeployedAsItIsAndRunsSoWhateverItIsChangedTo() throws IOException {
        DeployedFlow flow = Deployer.of(runner("well")).create();
        change();

        TriggeredRun run = flow.trigger();

        assertThat(run.await()).as(run.failure().orElse("")).isEqualTo(TriggeredStatus.SUCCEEDED);
        assertThat(run.run().orElseThrow().data().get("result", int.class)).isEqualTo(20);
        assertThat(run.run().orElseThrow().id()).isEqualTo(run.id());
    }

    @Test
    void isDeployedWithConfigsOfItsOwnAndEndsWhenItIsToldTo() throws IOException {
        TriggeredRun run = Deployer.of(runner("sleep")).create().trigger();
        ProcessHandle sleeper = awaitSleeper();

        run.terminate();

        assertThat(run.await()).isEqualTo(TriggeredStatus.TERMINATED);
        await("the process to be gone", () -> !ThisMachine.lives(sleeper.pid()));
    }

    @Nested
    class ARun {

        @Test
        void succeedsWithItsResultsOnRecord() {
            Run run = runner("well").tag("demo").run().run();

            assertThat(run.failure()).isEmpty();
            assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.data().get("result", int.class)).isEqualTo(20);
            assertThat(run.configs()).isEqualTo(Map.of("config", ValueCodec.encode(Object.class, config("well"))));
            assertThat(run.tags()).contains("demo");
            assertThat(run.step("start").task().orElseThrow().data().get("result", int.class))
                    .isEqualTo(20);
            assertThat(run.duration()).isPositive();
        }

        @Test
        void keepsReportedValuesInOrder() {
            assertThat(runner("well").run().run().metrics())
                    .extracting(MetricValue::metric, MetricValue::step, MetricValue::value)
                    .containsExactly(tuple("progress", 1.0, 0.5), tuple("progress", 2.0, 1.0));
        }

        @Test
        void keepsWhatItPrints() {
            Run run = runner("well").run().run();

            assertThat(run.log()).anyMatch(line -> line.contains("base is 10"));
            assertThat(run.step("start").task().orElseThrow().printed().map(LogLine::text))
                    .anyMatch(line -> line.contains("base is 10"));
        }

        @Test
        void failsWithTheReason() {
            Run run = runner("fail").run().run();

            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.failure()).hasValueSatisfying(why -> assertThat(why).contains("no data"));
        }

        @Test
        void endsWithAllItsProcessesWhenItIsTold() throws IOException {
            ExecutingRun run = runner("sleep").start();
            ProcessHandle sleeper = awaitSleeper();
            run.terminate();

            assertThat(ThisMachine.lives(sleeper.pid())).isFalse();
            assertThat(run.status()).isEqualTo(RunState.TERMINATED);
            assertThat(run.run().state()).isEqualTo(RunState.TERMINATED);
        }

        @Test
        void endsWhenItsTimeIsOver() {
            Run run = runner("sleep").timeout(Duration.ofMillis(1500)).run().run();

            assertThat(run.state()).isEqualTo(RunState.TIMED_OUT);
            assertThat(run.failure()).contains("timeout: the run took longer than 1500 ms");
        }

        @Test
        void whoseProcessIsKilledIsNotTheFlowsFault() throws IOException {
            ExecutingRun run = runner("sleep").start();
            awaitSleeper().destroyForcibly();

            assertThat(run.await()).isEqualTo(RunState.FAILED);
            assertThat(run.run().failureDetails().orElseThrow().kind()).isEqualTo("killed");
        }

        @Test
        void isResumedWithTheConfigsItHad() throws IOException {
            ExecutingRun killed = runner("sleep").start();
            awaitSleeper();
            killed.terminate();
            Files.delete(witness());

            ExecutingRun resumed = flow().store(elsewhere.resolve("store")).resume(killed.id());
            awaitSleeper();
            resumed.terminate();

            assertThat(resumed.run().configs()).isEqualTo(killed.run().configs());
        }
    }

    @Nested
    class APlan {

        @Test
        void isReadBackAsItWasWritten() {
            FlowPlan plan = runner("well").plan();
            String json = Json.write(ValueCodec.encode(FlowPlan.class, plan));

            assertThat(PlanReader.plan(JsonObject.of(Json.parseObject(json)))).isEqualTo(plan);
        }

        @Test
        void hasTheSameDigestWhateverTheRunIsGiven() {
            assertThat(runner("well").plan().digest())
                    .isEqualTo(runner("fail").plan().digest());
        }

        @Test
        void hasAnotherDigestWhenTheCodeHasChanged() throws IOException {
            String before = runner("well").plan().digest();
            change();

            assertThat(runner("well").plan().digest()).isNotEqualTo(before);
        }

        @Test
        void isOfTheCodeAsItWasWhenTheFlowWasFirstLookedAt() throws IOException {
            Runner runner = runner("well");
            String before = runner.plan().digest();
            change();

            assertThat(runner.plan().digest()).isEqualTo(before);
            assertThat(runner.run().run().data().get("result", int.class)).isEqualTo(20);
        }

        @Test
        void beginsWithTheStepStart() {
            assertThat(runner("well").plan().steps().get(0).name()).isEqualTo("start");
            assertThat(runner("well").preparation().configNames()).isEqualTo(List.of("config"));
        }
    }
}
