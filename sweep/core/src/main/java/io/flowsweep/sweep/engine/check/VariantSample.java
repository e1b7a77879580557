package io.flowsweep.sweep.engine.check;

import io.flowsweep.sweep.file.resolve.Variants;
import io.flowsweep.sweep.space.Space;
import io.flowsweep.sweep.variant.Variant;
import java.math.BigInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Some variants that stand for all of a sweep. */
public final class VariantSample {

    /** So many are looked at one by one. */
    private static final int MOST_ASKED = 1000;

    private VariantSample() {}

    /** All variants; of very many, some in which each value of each axis occurs. */
    public static Stream<Variant> of(Variants variants) {
        Space.Count count = variants.soon();
        if (count.exact() && count.value().compareTo(BigInteger.valueOf(MOST_ASKED)) <= 0) {
            return LongStream.range(0, count.value().longValueExact()).mapToObj(variants::get);
        }
        return eachValue(variants);
    }

    /** The first variant, and some in which each other value of each axis occurs. */
    public static Stream<Variant> eachValue(Variants variants) {
        BigInteger size = variants.soon().value();
        if (size.signum() == 0) {
            return Stream.empty();
        }
        LongStream.Builder sample = LongStream.builder().add(0);
        AxisValues.forEach(variants.space(), size, (axis, index) -> sample.add(index));
        return sample.build().mapToObj(variants::get);
    }
}
