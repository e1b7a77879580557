import io.flowsweep.flow.*;
import io.flowsweep.flow.card.*;
import java.nio.file.*;

/** Each variant waits for the file that lets it go on. */
public class Gated extends FlowSpec {
    record Settings(int n, String name, String folder) {}

    @FlowConfig Settings config;
    Double score;

    @Step(next = "end")
    void start() throws Exception {
        System.out.println("variant " + config.n() + " waits");
        current().card().append(Markdown.of("a card of " + config.name()));
        for (int step = 1; step <= 3; step++) {
            current().report("score", step, config.n() * step);
        }
        while (!Files.exists(Path.of(config.folder(), "go-" + config.n()))) {
            Thread.sleep(20);
        }
        if (config.n() == 3) {
            throw new IllegalStateException("three is <b>wrong</b>");
        }
        score = 10.0 * config.n();
    }

    @Step void end() {}
}
