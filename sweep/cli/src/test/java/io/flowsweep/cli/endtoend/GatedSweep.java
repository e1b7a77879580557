package io.flowsweep.cli.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A sweep of 12 variants in a folder, six n with two names each, of which n = 3 fails; each n waits until it is let go. */
final class GatedSweep {

    private static final String FILE = """
            name = gated
            flow = Gated.java
            config { n = 0, name = plain, folder = "FOLDER" }
            grid {
              n { from = 0, to = 5 }
              name = [plain, "<script>document.title='hacked'</script>"]
            }
            metrics { score { artifact = score, goal = maximize } }
            objective = score
            charts = [
              { type = scatter, x = n, y = score, series = name }
              { type = line, x = n, y = score, series = name }
            ]
            run { executor = inline, parallel = 2 }
            """;

    private final Path folder;

    /** Writes {@code gated.conf}, its flow and an empty store. */
    GatedSweep(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectory(folder.resolve(".flowsweep"));
        Files.copy(Path.of("src/test/resources/flows/Gated.java"), folder.resolve("Gated.java"));
        Files.writeString(folder.resolve("gated.conf"), FILE.replace("FOLDER", folder.toString()));
    }

    void letGo(int... n) throws IOException {
        for (int one : n) {
            Files.writeString(folder.resolve("go-" + one), "");
        }
    }
}
