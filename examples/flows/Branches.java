import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Inputs;
import io.flowsweep.flow.Step;
import java.util.List;

/** Two branches work on the same data; the join takes from each what it needs and merges the rest. */
public class Branches extends FlowSpec {

    List<Double> values;
    Double mean;
    Double spread;
    String summary;

    @Step(next = {"average", "range"})
    void start() {
        values = List.of(3.0, 1.0, 4.0, 1.0, 5.0, 9.0);
    }

    @Step(next = "join")
    void average() {
        mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
    }

    @Step(next = "join")
    void range() {
        double least = values.stream().mapToDouble(v -> v).min().orElseThrow();
        spread = values.stream().mapToDouble(v -> v).max().orElseThrow() - least;
    }

    @Step(next = "end")
    void join(Inputs<Branches> inputs) {
        summary = "mean " + inputs.get("average").mean + ", range " + inputs.get("range").spread;
        mergeArtifacts(inputs);
    }

    @Step
    void end() {
        System.out.println(summary + ", of " + values);
    }
}
