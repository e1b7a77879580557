package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupTest {

    @TempDir
    Path dir;

    private SweepFolder folder;

    @BeforeEach
    void files() {
        folder = SweepFolder.in(dir);
        folder.write("backend/streams.conf", "name = streams\nthreads = ${cpu}\nlabel = ${name}-${threads}");
        folder.write("backend/loops.yaml", "name: loops\nunroll: 4");
        folder.write("backend/notes.txt", "not an option");
    }

    @Test
    void replacesTheNodeWithAFileThatSeesItsOwnKeysAndTheConfigs() {
        Variants variants = folder.variants("""
                config { cpu = 1, backend { old = 1 } }
                grid { cpu = [3], backend { group = "backend/*.{conf,yaml}" } }
                """);
        assertThat(variants.stream())
                .extracting(Variant::name)
                .containsExactly("cpu=3,backend=loops", "cpu=3,backend=streams");
        assertThat(variants.get(0).config().get("backend")).isEqualTo(Map.of("name", "loops", "unroll", 4L));
        assertThat(variants.get(1).config().get("backend"))
                .isEqualTo(Map.of("name", "streams", "threads", 3L, "label", "streams-3"));
        assertThat(variants.origin(variants.get(1), "config.backend.threads")).isPresent();
    }

    @Test
    void declaresItsPathWithItsDefaultWhichMayBeVariedFurther() {
        SweepSpec spec = folder.load("""
                config { cpu = 1, title = "on "${backend.name} }
                grid { backend.threads = [1, 2], backend { group = "backend/*.conf", default = streams } }
                tags = ["backend:${config.backend.name}"]
                """);
        Variants variants = new Variants(spec);
        assertThat(variants.get(1).config().get("backend"))
                .isEqualTo(Map.of("name", "streams", "threads", 2L, "label", "streams-2"));
        assertThat(variants.get(1).config().get("title")).isEqualTo("on streams");
        assertThat(variants.tags(variants.get(0))).containsExactly("backend:streams");
        assertThat(spec.source().files()).contains(dir.resolve("backend/streams.conf"));
    }

    @Test
    void belongsToTheIdentityByItsContentAndNotByItsName() {
        String file = "config.cpu = 1\ngrid { backend { group = \"backend/s*.conf\" } }";
        String before = folder.variants(file).get(0).identity("d");
        folder.write("backend/s2.conf", "name = streams\nthreads = 1\nlabel = streams-1");
        assertThat(folder.variants(file).get(0).name()).isEqualTo("backend=s2");
        assertThat(folder.variants(file).get(0).identity("d")).isEqualTo(before);
        folder.write("backend/s2.conf", "name = other");
        assertThat(folder.variants(file).get(0).identity("d")).isNotEqualTo(before);
    }

    @Test
    void ofAnAblationKeepsTheOptionAtWhichItBeginsWhenAnOverrideNamesOthers() {
        String file = """
                config { cpu = 1 }
                space { ablation { cpu = [1, 2], backend { group = "backend/*.{conf,yaml}", default = streams } } }
                """;
        assertThat(new Variants(folder.load(file, "backend=loops")).stream().map(Variant::name))
                .containsExactly("cpu=1,backend=streams", "cpu=2,backend=streams", "cpu=1,backend=loops");
        assertThat(new Variants(folder.load(file, "backend=streams")).stream().map(Variant::name))
                .containsExactly("cpu=1,backend=streams", "cpu=2,backend=streams");
    }

    @Test
    void thatIsWrongIsReported() {
        assertThat(folder.problems("grid { backend { group = \"backend/*.conf\", default = stream } }"))
                .contains("has no option \"stream\". Did you mean \"streams\"?");
        folder.write("backend/bad.conf", "a = [");
        assertThat(folder.problems("config.cpu = 1\ngrid { backend { group = \"backend/*.conf\" } }"))
                .startsWith("backend/bad.conf:1: ");
        folder.write("backend/streams.yaml", "a: 1");
        assertThat(folder.problems("config.cpu = 1\ngrid { backend { group = \"backend/s*\" } }"))
                .contains("have one name");
    }
}
