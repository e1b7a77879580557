package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.variant.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each example of the manual makes the variants, or the mistake, that stand below it. */
class SweepFileManualTest {

    private static final Path PAGE = Path.of("../../docs/sweep-file.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```hocon\\n(.*?)```\\n\\n```(text|error)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern BASE = Pattern.compile("```hocon\\nflow = [^\\n]*\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path dir;

    record Example(String file, boolean wrong, String expected) {}

    static Stream<Example> examples() throws IOException {
        return EXAMPLE.matcher(page()).results().map(SweepFileManualTest::example);
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static Example example(MatchResult match) {
        String file = match.group(1);
        int last = file.lastIndexOf("```hocon\n");
        return new Example(
                last < 0 ? file : file.substring(last + 9), match.group(2).equals("error"), match.group(3));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void doesWhatItSays(Example example) throws IOException {
        String base = BASE.matcher(page()).results().findFirst().orElseThrow().group(1);
        base = example.file().matches("(?s)configs? [={].*") ? "" : base;
        SweepFolder folder = SweepFolder.in(dir);
        folder.write("base.conf", "flow = flows/MatMul.java\n" + base);
        if (example.wrong()) {
            assertThat(folder.problems(base + example.file()))
                    .contains(example.expected().strip());
            return;
        }
        List<String> expected = example.expected().lines().toList();
        List<String> names = folder.variants(base + example.file()).stream()
                .map(Variant::name)
                .toList();
        assertThat(names).hasSameSizeAs(expected);
        if (!expected.contains("…")) {
            assertThat(names).isEqualTo(expected);
        }
    }
}
