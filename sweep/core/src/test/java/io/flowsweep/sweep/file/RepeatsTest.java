package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.variant.Repeats;
import io.flowsweep.sweep.variant.Variant;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatsTest {

    private final SweepFolder folder;

    RepeatsTest(@TempDir Path dir) {
        folder = SweepFolder.in(dir);
    }

    @Test
    void areANumberOrSeeds() {
        assertThat(folder.load("params.a = 1").repeats()).isEqualTo(Repeats.ONCE);
        assertThat(folder.load("repeats = 5").repeats()).isEqualTo(Repeats.of(5));
        assertThat(folder.load("config.seed = 9\nrepeats { n = 3, seed_path = seed }")
                        .repeats())
                .isEqualTo(new Repeats(3, Optional.of("config.seed"), List.of(0L, 1L, 2L)));
        assertThat(folder.load("repeats { values = [7, 11], seed-path = params.seed }")
                        .repeats())
                .isEqualTo(new Repeats(2, Optional.of("params.seed"), List.of(7L, 11L)));
    }

    @Test
    void giveTheSeedToEverythingThatUsesItAndNotToTheIdentity() {
        Variants variants = folder.variants("""
                config { lr = 1, seed = 0, title = ${lr}-${seed} }
                grid { lr = [1, 2] }
                repeats { values = [7, 11], seed_path = seed }
                environment { SEED = ${config.seed}, R = "${repeat.index} of ${repeat.seed}" }
                """);
        Variant first = variants.get(1, 0);
        Variant second = variants.get(1, 1);
        assertThat(second.config()).isEqualTo(Map.of("lr", 2L, "seed", 11L, "title", "2-11"));
        assertThat(second.environment()).isEqualTo(Map.of("SEED", "11", "R", "1 of 11"));
        assertThat(second.repeat().key()).isEqualTo("seed=11");
        assertThat(second.name()).isEqualTo(first.name()).isEqualTo("lr=2");
        assertThat(second.identity("d"))
                .isEqualTo(first.identity("d"))
                .isNotEqualTo(variants.get(0, 1).identity("d"));
        Variant alone = folder.variants("""
                config { lr = 1, seed = 0, title = ${lr}-${seed} }
                grid { lr = [1, 2] }
                environment { SEED = ${config.seed}, R = "${repeat.index} of ${repeat.seed}" }
                """.replace(" of ${repeat.seed}", "")).get(1);
        assertThat(alone.repeat().key()).isEqualTo("0");
    }

    @Test
    void doNotChangeTheIdentityByTheirNumber() {
        Variant once = folder.variants("config.a = 1").get(0);
        Variant often = folder.variants("config.a = 1\nrepeats = 3").get(0, 2);
        assertThat(often.identity("d")).isEqualTo(once.identity("d"));
        assertThat(often.repeat().key()).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "repeats = 0                          | \"repeats\" must be a whole number from 1 to 100000, but is 0",
                "repeats = many                       | but is many",
                "repeats { k = 3 }                    | unknown key \"repeats.k\"",
                "repeats { seed_path = a }            | \"repeats.n\" must be given, unless values are",
                "repeats { n = 2, values = [1], seed_path = a } | \"repeats.n\" must be absent when values are given",
                "repeats { values = [1, 2] }          | the values of repeats have no seed_path. Add seed_path = seed.",
                "repeats { values = [1, 1.0], seed_path = a } | must be a list of different seeds",
                "repeats { values = [x], seed_path = a } | \"a\" is the number 1 in the base",
                "repeats { n = 2, seed_path = b }     | the config has no \"b\"",
                "repeats { n = 2, seed_path = run.executor } | must be a path of the config, params or environment"
            })
    void thatAreWrongAreReported(String text, String problem) {
        assertThat(folder.problems("config.a = 1\n" + text))
                .startsWith("s.conf:3: ")
                .contains(problem);
    }
}
