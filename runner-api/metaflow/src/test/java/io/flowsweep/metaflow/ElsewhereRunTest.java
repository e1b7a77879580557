package io.flowsweep.metaflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.client.Run;
import io.flowsweep.client.Task;
import io.flowsweep.events.Failure;
import io.flowsweep.events.RunState;
import io.flowsweep.flow.card.Markdown;
import io.flowsweep.metaflow.testing.Moto;
import io.flowsweep.metaflow.testing.Python;
import io.flowsweep.runner.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose datastore is in S3. */
@Timeout(600)
class ElsewhereRunTest {

    private static final String FLOW = """
            import decimal

            from metaflow import FlowSpec, Parameter, card, current, step
            from metaflow.cards import Markdown


            class Far(FlowSpec):
                fail = Parameter("fail", default=False)

                @card(type="blank", id="note", timeout=600)
                @step
                def start(self):
                    self.x = 2.5
                    self.price = decimal.Decimal("1.5")
                    self.long = list(range(20000))
                    current.card["note"].append(Markdown("a *note*"))
                    print("flowsweep score=0.5")
                    if self.fail:
                        raise ValueError("attempt %d" % current.retry_count)
                    self.next(self.end)

                @step
                def end(self):
                    pass


            if __name__ == "__main__":
                Far()
            """;

    @TempDir
    private static Path folder;

    private static Moto moto;

    private static Runner far(String bucket) {
        Path path = Python.withMetaflow().command().getParent();
        return Runner.of(folder.resolve("far.py"))
                .store(folder.resolve("store"))
                .env("PATH", path + ":" + System.getenv("PATH"))
                .env("METAFLOW_HOME", folder.toString())
                .env(moto.settings(bucket, folder.resolve("aws-config")));
    }

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(folder.resolve("far.py"), FLOW);
        Files.writeString(
                folder.resolve("aws-config"),
                "[default]\naws_access_key_id = nobody\naws_secret_access_key = nothing\nregion = us-east-1\n");
        moto = Moto.start(Python.withMetaflow());
        moto.makeBucket("bucket");
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void artifactsCardsAndFailuresAreRead() {
        Run run = far("bucket").run().run();

        assertThat(run.failure()).isEmpty();
        assertThat(run.data().get("x", double.class)).isEqualTo(2.5);
        assertThat(run.data().get("score", double.class)).isEqualTo(0.5);
        assertThat(run.data().get("price", double.class)).isEqualTo(1.5);
        Task start = run.step("start").task().orElseThrow();
        assertThat(start.card("note").orElseThrow().part("#1", Markdown.class).text())
                .isEqualTo("a *note*");
        // what is long stays where it is until somebody asks for it
        assertThat(run.data().find("long").map(List.class::cast).orElseThrow()).hasSize(20000);
    }

    @Test
    void aRunThatFailsSaysWhy() {
        Run run = far("bucket")
                .parameter("fail", true)
                .with("retry:times=1,minutes_between_retries=0")
                .run()
                .run();
        assertThat(run.failure().orElseThrow()).startsWith("ValueError: attempt 1, in start (far.py:");
        Task start = run.step("start").task().orElseThrow();
        assertThat(start.state()).isEqualTo(RunState.FAILED);
        assertThat(start.failures()).extracting(Failure::message).containsExactly("attempt 0", "attempt 1");
    }

    @Test
    void aBucketThatIsNotThere() {
        Run run = far("nowhere").run().run();
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.failure().orElseThrow())
                .startsWith("configuration: S3 object not found: s3://nowhere/metaflow/Far/")
                .endsWith("Is there such a bucket at METAFLOW_DATASTORE_SYSROOT_S3?");
    }
}
