package io.flowsweep.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.flowsweep.errors.InvalidInputException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutatedSweepFileTest {

    private static final String SWEEP = """
            let { most = ${machine.cpus}, dims = [1, 2] }
            name = matmul
            config { include "base.conf", cpu = 1, opt { lr = 0.1, type = sgd }, id = ${cpu}x${dim}, names = [a] }
            params { seconds = 5, label = "c${config.cpu}" }
            grid { dim = ${let.dims}, cpu { from = 1, to = 3, step = 1 }, opt.lr = [0.1, 0.2], params.seconds = [1] }
            metrics { perf { artifact = squares, goal = maximize, unit = "1/s" }, acc = accuracy }
            metrics { loss { reported = loss, reduce = "mean(3)" }, t { duration = run } }
            objective = perf
            baseline { cpu = 1 }
            charts = [ { type = line, x = cpu, y = perf, series = dim, log_x = true } ]
            tags = ["cpu:${config.cpu}", x-${config.id}]
            run { executor = inline, order { priority = "cpu * dim" }, parallel = 3, variant_timeout = 5m, exclusive = true }
            """;

    @TempDir
    Path dir;

    @Test
    void isReadOrRefusedAndNothingElse() {
        long seed = new Random().nextLong();
        System.out.println("MutatedSweepFileTest seed " + seed);
        Random random = new Random(seed);
        SweepFolder folder = SweepFolder.in(dir);
        folder.write("base.conf", "dim = 1");
        assertThat(folder.load(SWEEP).variation().space().size()).isEqualTo(12);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            String mutated = mutate(SWEEP, random);
            try {
                SweepSpec spec = folder.load(mutated);
                assertThatCode(() -> new Variants(spec).get(0).identity("d"))
                        .as(mutated)
                        .satisfiesAnyOf(
                                thrown -> assertThat(thrown).isNull(),
                                thrown -> assertThat(thrown).isInstanceOf(InvalidInputException.class));
            } catch (InvalidInputException e) {
                assertThat(e.problems()).as(mutated).isNotEmpty();
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("not refused properly:\n" + mutated, e);
            }
        }
        assertThat(refused).isBetween(300, 2999);
    }

    private static String mutate(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        String alphabet = "{}[]=:,.\"$\n#/-+ 01aeE_null";
        for (int n = 1 + random.nextInt(6); n > 0; n--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(4)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                case 2 -> mutated.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                default -> {
                    int to = Math.min(mutated.length(), at + random.nextInt(30));
                    mutated.insert(random.nextInt(mutated.length()), mutated.substring(at, to));
                }
            }
        }
        return mutated.toString();
    }
}
