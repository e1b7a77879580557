package io.flowsweep.sweep.space;

import io.flowsweep.sweep.sampling.UnitPoints;
import io.flowsweep.sweep.space.domain.Domain;
import java.util.Objects;

/** One coordinate of a sample's points, in their order. */
record DrawnValues(Sample.Source source, UnitPoints points, int dimension, long size) implements Domain {

    @Override
    public Object get(long index) {
        return source.at(points.at(Objects.checkIndex(index, size), dimension));
    }
}
