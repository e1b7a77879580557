import io.flowsweep.deployer.DeployedFlow;
import io.flowsweep.deployer.Deployer;
import io.flowsweep.deployer.TriggeredRun;
import io.flowsweep.scheduler.Scheduler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code java -cp "$(./flowsweep classpath)" examples/torchperf/TorchPerf.java examples .flowsweep 1,2 250,500,1000} */
public class TorchPerf {

    public static void main(String[] args) {
        Path examples = Path.of(args[0]);
        Path store = Path.of(args[1]);
        String tag = "torchperf-" + System.currentTimeMillis();
        String event = tag + ".ended";
        List<DeployedFlow> deployed = new ArrayList<>();
        List<TriggeredRun> runs = new ArrayList<>();
        try (Scheduler scheduler = Scheduler.start(store)) {
            DeployedFlow analytics = Deployer.of(examples.resolve("torchperf/SweepAnalytics.java"))
                    .store(store)
                    .config("config", Map.of("event", event, "tag", tag))
                    .create();
            deployed.add(analytics);
            for (String cpu : args[2].split(",")) {
                for (String dim : args[3].split(",")) {
                    DeployedFlow variant = Deployer.of(examples.resolve("flows/MatMul.java"))
                            .store(store)
                            .config("config", Map.of("cpu", Integer.valueOf(cpu), "dim", Integer.valueOf(dim), "event", event))
                            .name(tag + "." + cpu + "x" + dim)
                            .tag(tag)
                            .create();
                    deployed.add(variant);
                    runs.add(variant.trigger(Map.of("seconds", 1)));
                }
            }
            runs.forEach(run -> System.out.println(run.trigger().deployment() + " " + run.await()));
            TriggeredRun last = analytics.trigger(); // whatever has become of the events, this one sees all runs
            System.out.println(last.await() + ", see its chart: flowsweep flow card " + last.id() + "/start -o card.html");
        } finally {
            runs.forEach(TriggeredRun::terminate);
            deployed.forEach(DeployedFlow::delete);
        }
    }
}
