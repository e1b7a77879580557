package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.spec.SweepId;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bind { }}: what runs are given and is no part of what a variant is. */
class BindTest {

    private static final String BASE = """
            let { room = B4 }
            config { lr = 0.1, event = null, note = "???", seed = 0, label = ${event}-${lr}, opt { out = here } }
            params { seconds = 5 }
            grid { lr = [1, 2] }
            """;

    private static final String BIND = """
            bind {
              event = ${sweep.event}
              note = "${variant.name} in ${let.room}, ${config.lr} ${params.seconds} ${repeat.index}"
              opt.out = "out/${sweep.name}"
              params { label = ${sweep.tag} }
              environment.SWEEP = ${sweep.id}
            }
            """;

    @TempDir
    Path dir;

    private SweepFolder folder;

    @BeforeEach
    void folder() {
        folder = SweepFolder.in(dir);
    }

    @Test
    void isGivenToRuns() {
        SweepSpec spec = folder.load(BASE + BIND);
        Variant variant = new Variants(spec).get(1);
        String id = SweepId.of(spec);
        assertThat(variant.config())
                .isEqualTo(Map.of(
                        "lr",
                        2L,
                        "event",
                        "sweep." + id,
                        "note",
                        "lr=2 in B4, 2 5 0",
                        "seed",
                        0L,
                        "label",
                        "sweep." + id + "-2",
                        "opt",
                        Map.of("out", "out/s")));
        assertThat(variant.params()).isEqualTo(Map.of("seconds", 5L, "label", "sweep:" + id));
        assertThat(variant.environment()).isEqualTo(Map.of("SWEEP", id));
    }

    @Test
    void isNoPartOfWhatAVariantIs() {
        String base = BASE.replace("\"???\"", "none");
        Variant bound = folder.variants(base + BIND).get(0);
        Variant free = folder.variants(base).get(0);
        assertThat(bound.config()).isNotEqualTo(free.config());
        assertThat(bound.fingerprint()).isEqualTo(free.fingerprint());
        assertThat(bound.name()).isEqualTo(free.name());
    }

    @Test
    void goesWithSeeds() {
        Variants variants = folder.variants(BASE + BIND + "repeats { values = [7, 9], seed_path = seed }");
        Variant second = variants.get(0, 1);
        assertThat(second.config()).containsEntry("seed", 9L).containsEntry("note", "lr=1 in B4, 1 5 1");
        assertThat(second.fingerprint()).isEqualTo(variants.get(0).fingerprint());
    }

    @Test
    void isShownWithItsPlace() {
        Variants variants = folder.variants(BASE + BIND);
        assertThat(variants.settings(variants.get(0)))
                .filteredOn(setting ->
                        List.of("config.opt.out", "params.label", "config.lr").contains(setting.path()))
                .extracting(setting -> setting.where().replace(dir + "/", ""))
                .containsExactly("s.conf:5", "s.conf:9", "s.conf:10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bind { evnt = x }                            | the config has no \"evnt\". Did you mean \"event\"?",
                "bind { seed = x }                            | \"seed\" is the number 0 in the base, but the string x in bind",
                "bind { lr = 3 }                              | \"lr\" is varied at s.conf:5. Keep one of the two.",
                "bind { opt = 3 }                             | \"opt\" is the object",
                "bind { seed = 1 }\\nderive { seed = \"lr\" } | \"seed\" is derived at s.conf:7",
                "bind { seed = 1 }\\nrepeats { n = 2, seed_path = seed } | \"seed\" is the seed_path of the repeats",
                "bind { run.executor = inline }               | \"run.executor\" cannot be bound. Bind values of the config",
                "bind { config = 1 }                          | \"config\" cannot be bound",
                "bind { event = ${sweep.nam} }                | ${sweep.nam} is not defined",
                "bind { event = \"${variant.nam}\" }          | ${variant.nam} is not defined. Did you mean \"variant.name\"?",
                "bind = 3                                     | \"bind\" must be an object",
            })
    void isRefused(String bind, String problem) {
        assertThat(folder.problems(BASE + bind.replace("\\n", "\n"))).contains(problem);
    }

    @Test
    void isNotOverridden() {
        assertThat(folder.problems(BASE + BIND, "opt.out=x")).contains("\"config.opt.out\" is bound at s.conf:9");
    }
}
