package io.flowsweep.sweep.space;

import java.util.List;
import java.util.Map;

/**
 * One point of the space with everything resolved. All values are plain.
 *
 * @param index its position in the space, from 0
 * @param name short, path-safe and made of the varied values only, for instance {@code cpu=2,dim=500}; unique in the sweep
 * @param point axis path to value, in axis order
 * @param config the resolved config document; empty when the sweep has none
 * @param params the parameters given by the sweep file, varied ones included
 */
public record Variant(
        long index, String name, Map<String, Object> point, Map<String, Object> config, Map<String, Object> params) {

    /**
     * What makes its results its own: a SHA-256, as 64 hexadecimal digits, over config, parameters, every varied value and
     * the source. The order of keys, the spelling of numbers (1, 1.0, 1e0), the index and the name do not matter.
     *
     * @param sourceDigest of the flow's source and declared inputs
     */
    public String identity(String sourceDigest) {
        return ValueHash.of(List.of(config, params, point, sourceDigest));
    }
}
