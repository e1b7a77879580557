package io.flowsweep.sweep.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.sweep.sampling.Distribution;
import io.flowsweep.sweep.sampling.Method;
import io.flowsweep.sweep.space.RandomSpaces.Listed;
import io.flowsweep.sweep.space.domain.Range;
import io.flowsweep.sweep.space.domain.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds of every space, tried on random ones. */
class SpaceLawsTest {

    private static final int ROUNDS = 150;
    private static final long SEED = new Random().nextLong();

    @BeforeAll
    static void tellTheSeed() {
        System.out.println("SpaceLawsTest seed " + SEED);
    }

    private static Stream<Listed> spaces() {
        return LongStream.range(0, ROUNDS)
                .mapToObj(round -> new RandomSpaces(SEED + round).space((int) (1 + round % 3)))
                .filter(listed -> listed.points().size() <= 300);
    }

    private static List<Map<String, Object>> points(Space space) {
        return LongStream.range(0, space.size().longValueExact())
                .mapToObj(space::get)
                .toList();
    }

    @Test
    void everyIndexGivesThePointOfTheNaiveEnumeration() {
        spaces().forEach(listed -> {
            assertThat(points(listed.space())).isEqualTo(listed.points());
            assertThatThrownBy(() -> listed.space().get(listed.points().size()))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> listed.space().get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThat(listed.space().count(1_000_000))
                    .isEqualTo(new Space.Count(listed.space().size(), true));
        });
    }

    @Test
    void pointsMayBeAskedForInAnyOrder() {
        spaces().forEach(listed -> {
            Random random = new Random(SEED);
            for (int i = 0; i < 20 && !listed.points().isEmpty(); i++) {
                int index = random.nextInt(listed.points().size());
                assertThat(listed.space().get(index)).isEqualTo(listed.points().get(index));
            }
        });
    }

    @Test
    void aRewriteThatChangesNothingGivesTheSamePoints() {
        spaces().forEach(listed ->
                assertThat(points(listed.space().mapAxes(axis -> axis))).isEqualTo(listed.points()));
    }

    @Test
    void everyPathOfAPointIsAnAxis() {
        spaces().forEach(listed -> {
            List<String> paths = listed.space().axes().stream().map(Axis::path).toList();
            assertThat(paths).doesNotHaveDuplicates();
            listed.points().forEach(point -> assertThat(paths).containsAll(point.keySet()));
        });
    }

    @Test
    void aShuffleIsAPermutationThatFollowsFromItsSeed() {
        spaces().forEach(listed -> {
            Space shuffled = listed.space().shuffle(SEED);
            assertThat(points(shuffled)).containsExactlyInAnyOrderElementsOf(listed.points());
            assertThat(points(listed.space().shuffle(SEED))).isEqualTo(points(shuffled));
        });
        Space thousand = new Axis("config.a", "a", Range.of(1, 1000), "");
        assertThat(points(thousand.shuffle(1))).isNotEqualTo(points(thousand.shuffle(2)));
    }

    @Test
    void aShuffledWhereAdmitsWhatAWhereOfTheShuffledAdmits() {
        spaces().forEach(listed -> {
            String name = listed.space().axes().get(0).name();
            Axis extra = new Axis("config.extra", "extra", Range.of(0, 6), "");
            Space both = Space.product(extra, listed.space());
            assertThat(points(both.where("extra % 2 == 0").shuffle(SEED)))
                    .as("%s", name)
                    .isEqualTo(points(both.shuffle(SEED).where("extra % 2 == 0")));
        });
    }

    @Test
    void shardsHaveEachPointOnce() {
        spaces().forEach(listed -> {
            for (int of = 1; of <= 4; of++) {
                List<Map<String, Object>> all = new ArrayList<>();
                for (int number = 1; number <= of; number++) {
                    Shard shard = new Shard(number, of);
                    Space part = listed.space().shard(shard);
                    assertThat(part.size()).isEqualTo(shard.share(listed.space().size()));
                    all.addAll(points(part));
                }
                assertThat(all).containsExactlyInAnyOrderElementsOf(listed.points());
            }
        });
    }

    @Test
    void aDerivedValueIsInEveryPointAndNoAxis() {
        Space space = Space.product(axis("a", 1, 2), axis("b", 3, 4)).derive("config.c", "a * 10 + b");
        assertThat(points(space)).extracting(p -> p.get("config.c")).containsExactly(13L, 14L, 23L, 24L);
        assertThat(space.axes()).extracting(Axis::name).containsExactly("a", "b");
    }

    @Test
    void whatRepeatsIsLeftOutAndCounted() {
        Space space = Space.union(axis("a", 1, 2), axis("a", 2, 3), axis("b", 1));
        Space distinct = Distinct.of(space, Map.of("config.a", 3L, "config.b", 1L));
        assertThat(points(distinct))
                .containsExactly(Map.of("config.a", 1L), Map.of("config.a", 2L), Map.of("config.a", 3L));
        assertThat(Distinct.droppedOf(distinct)).contains(2L);
        assertThat(Distinct.of(axis("a", 1), Map.of())).isInstanceOf(Axis.class);
    }

    @Test
    void sizesBeyondALongAreExactAndReachedByIndex() {
        Space million = Space.product(LongStream.range(0, 10)
                .mapToObj(i -> axis("k" + i, 1, 1_000_000))
                .toList());
        BigInteger size = BigInteger.TEN.pow(60);
        assertThat(million.size()).isEqualTo(size);
        assertThat(million.get(size.subtract(BigInteger.ONE)).values()).containsOnly(1_000_000L);
        Space shuffled = million.shuffle(7);
        assertThat(shuffled.size()).isEqualTo(size);
        assertThat(points(shuffled.limit(50))).doesNotHaveDuplicates().hasSize(50);
        assertThat(shuffled.get(size.subtract(BigInteger.ONE))).hasSize(10);
        Space conditional = Space.product(million, axis("opt", 1, 2), Space.when("opt == 1", axis("m", 1, 4)));
        assertThat(conditional.size()).isEqualTo(size.multiply(BigInteger.valueOf(5)));
        assertThat(conditional.get(conditional.size().subtract(BigInteger.ONE))).containsEntry("config.opt", 2L);
    }

    @Test
    void aWhereOverAnEndlessSpaceLooksOnlyAsFarAsNeeded() {
        Space space =
                Space.product(axis("a", 1, 1_000_000), axis("b", 1, 1_000_000)).where("b % 1000 == 0");
        assertThat(space.get(1)).isEqualTo(Map.of("config.a", 1L, "config.b", 2000L));
        assertThat(space.count(10_000)).hasToString("≥ 12");
        assertThat(space.limit(20).size()).isEqualTo(20);
        assertThat(space.shuffle(3).limit(5).size()).isEqualTo(5);
    }

    @Test
    void samplesAreTheSameOnEveryMachine() {
        Space sample = new Sample(
                Method.LHS,
                4,
                42,
                List.of(
                        new Sample.Drawn("config.lr", new Distribution.LogUniform(1e-4, 1e-1)::at, ""),
                        new Sample.Drawn("config.n", new Distribution.RandInt(1, 8)::at, ""),
                        new Sample.Drawn("config.opt", Sample.Source.of(Values.of("adam", "sgd")), "")));
        assertThat(points(sample)).hasToString(LHS_42);
    }

    private static final String LHS_42 = "[{config.lr=0.09146005506091638, config.n=2, config.opt=sgd},"
            + " {config.lr=1.1671704510438422E-4, config.n=7, config.opt=sgd},"
            + " {config.lr=8.711495935448788E-4, config.n=3, config.opt=adam},"
            + " {config.lr=0.004852162228326604, config.n=5, config.opt=adam}]";

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Space.zip(axis("a", 1, 2), axis("b", 1, 3)))
                .withMessage("a zip needs parts of one size, but got 2 of config.a, 3 of config.b");
        assertThatIllegalArgumentException().isThrownBy(() -> Space.zip(axis("a", 1), axis("a", 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Space.product(axis("a", 1), Space.when("a == 1", axis("a", 1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Space.product(axis("a", 1, 2_000_000), Space.when("a == 1", axis("b", 1))))
                .withMessageContaining("at most a million");
        assertThatIllegalArgumentException().isThrownBy(() -> Space.ablation(Map.of(), axis("a", 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Space.ablation(Map.of("binding", "TINY"), Space.bindings(Map.of("SMALL", Map.of("a", 1)))))
                .withMessageContaining("\"TINY\" is none");
        assertThatIllegalArgumentException().isThrownBy(() -> axis("a", 1).shard(new Shard(3, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> Space.union());
    }

    private static Axis axis(String name, int from, int to) {
        return new Axis("config." + name, name, Range.of(from, to), "");
    }

    private static Axis axis(String name, long value) {
        return new Axis("config." + name, name, Values.of(value), "");
    }
}
