package io.flowsweep.sweep.space.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The values of several domains one after the other.
 *
 * @param domains at least two; a value may be in several of them
 */
public record EitherDomain(List<Domain> domains) implements Domain {

    private static final long FEW = 10_000;

    /** The domain of all values of some domains, at least one; short ones become a list without repetition. */
    public static Domain of(List<Domain> all) {
        List<Domain> domains = all.stream().distinct().toList();
        if (domains.size() == 1) {
            return domains.get(0);
        }
        EitherDomain either = new EitherDomain(domains);
        boolean plain = domains.stream().allMatch(d -> d.choice(d.get(0)).isEmpty());
        if (!plain || either.size() > FEW) {
            return either;
        }
        Set<Object> values = new LinkedHashSet<>();
        LongStream.range(0, either.size()).forEach(i -> values.add(either.get(i)));
        return new Values(new ArrayList<>(values));
    }

    @Override
    public Optional<Choice> choice(Object value) {
        return domains.stream().flatMap(d -> d.choice(value).stream()).findFirst();
    }

    @Override
    public long size() {
        return domains.stream().mapToLong(Domain::size).sum();
    }

    @Override
    public Object get(long index) {
        Objects.checkIndex(index, size());
        long rest = index;
        for (Domain domain : domains) {
            if (rest < domain.size()) {
                return domain.get(rest);
            }
            rest -= domain.size();
        }
        throw new IllegalStateException("checked above");
    }
}
