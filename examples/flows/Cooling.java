import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Parameter;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cups of coffee cool down as a config in TOML says, whose records check themselves; a part of it asks for the machine. */
@Resources("${config.resources}")
public class Cooling extends FlowSpec {

    record Cup(String name, double start, double rate) {
        Cup {
            if (rate <= 0) {
                throw new IllegalArgumentException("rate > 0 must hold, but got " + rate);
            }
        }
    }

    record Settings(double room, Duration step, Duration duration, List<Cup> cups) {}

    @FlowConfig(defaultFile = "cooling.toml")
    Settings config;

    @Parameter(min = 0, help = "how wrong the simulation may be, in °C")
    double tolerance = 0.1;

    Map<String, Double> temperatures;

    /** Euler's method, compared with the exact solution. */
    @Step(next = "end")
    void start() {
        temperatures = new LinkedHashMap<>();
        double dt = config.step().toMillis() / 1000.0;
        double seconds = config.duration().toSeconds();
        for (Cup cup : config.cups()) {
            double temperature = cup.start();
            for (double t = 0; t < seconds; t += dt) {
                temperature -= cup.rate() * (temperature - config.room()) * dt;
            }
            double exact = config.room() + (cup.start() - config.room()) * Math.exp(-cup.rate() * seconds);
            if (Math.abs(temperature - exact) > tolerance) {
                throw new IllegalStateException(cup.name() + " is off by " + (temperature - exact) + " °C");
            }
            temperatures.put(cup.name(), temperature);
        }
    }

    @Step
    void end() {
        temperatures.forEach((cup, degrees) -> System.out.printf("%s: %.1f °C%n", cup, degrees));
    }
}
