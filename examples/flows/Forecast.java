import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Project;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Retry;
import io.flowsweep.flow.Step;
import java.util.List;

/** What all flows of a team share stands in a base flow: settings, a parameter, decorators, and the first and last step. */
@Project("${settings.project}")
@Retry("${settings.retry}")
@Resources(memory = "256MB")
abstract class TeamFlow extends FlowSpec {

    record Settings(String project, double smoothing, String warehousePassword) {}

    @FlowConfig(
            defaultValue =
                    """
                    project = shop
                    smoothing = 0.5
                    warehouse_password = not-a-real-one
                    retry { times = 1, delay = 100ms }
                    """)
    Settings settings;

    @Parameter(min = 1, help = "how many days to look ahead")
    int horizon = 3;

    @Step(next = "fit")
    void start() {
        current().showSettings();
    }

    @Step
    void end() {
        System.out.println(current().project().orElseThrow() + " is done");
    }
}

/** One flow of the team: it adds its own step. */
public class Forecast extends TeamFlow {

    List<Double> sales = List.of(10.0, 12.0, 11.0, 13.0);
    Double level;

    @Step(next = "end")
    void fit() {
        level = sales.get(0);
        for (double sold : sales) {
            level += settings.smoothing() * (sold - level);
        }
        System.out.printf("about %.2f a day for %d days%n", level, horizon);
    }
}
