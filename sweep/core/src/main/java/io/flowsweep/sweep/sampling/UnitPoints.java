package io.flowsweep.sweep.sampling;

/** Points in the unit cube, by index. Immutable. */
public interface UnitPoints {

    /**
     * One coordinate of one point, in O(1).
     *
     * @param index from 0
     * @param dimension from 0
     * @return between 0 and 1, both exclusive
     */
    double at(long index, int dimension);
}
