package io.flowsweep.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs in one JVM share of their flow's classes. */
class InlineClassesTest {

    private static final int RUNS = 4;

    private static final String FLOW = """
            import io.flowsweep.flow.*;

            public class Kept extends FlowSpec {
                static final int LIMIT = 3;
                %s
                Integer type;
                Integer value;

                @Step(next = "end")
                void start() {
                    type = System.identityHashCode(getClass());
                    value = %s;
                }

                @Step
                void end() {}
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aFlowWithoutStaticsIsLoadedForTheFirstRunAndOnceForAllOthers() {
        List<Integer> types = run(FLOW.formatted("record Pair(int a, int b) {}", "new Pair(1, LIMIT).b()"), "type");

        assertThat(types.subList(1, RUNS)).containsOnly(types.get(1));
    }

    @Test
    void aStaticFieldIsNewInEachRun() {
        String flow = FLOW.formatted("static int count;", "++count");

        assertThat(run(flow, "value")).containsOnly(1);
        assertThat(run(flow, "type")).doesNotHaveDuplicates();
    }

    @Test
    void soIsWhatAStaticFinalFieldHolds() {
        assertThat(run(FLOW.formatted("static final int[] COUNT = new int[1];", "++COUNT[0]"), "value"))
                .containsOnly(1);
    }

    @Test
    void soIsWhatAnEnumOfTheFlowHolds() {
        assertThat(run(FLOW.formatted("enum Kind { ONE; int count; }", "++Kind.ONE.count"), "value"))
                .containsOnly(1);
    }

    private List<Integer> run(String flow, String artifact) {
        Runner runner = Runner.ofSource(flow).executor("inline").store(folder);
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            values.add(runner.run().run().data().get(artifact, Integer.class));
        }
        return values;
    }
}
