package io.flowsweep.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A list in a store with many writers, in any process: each entry is a mark that bears its number. Numbers grow by one and are
 * never given twice. Whoever follows it asks for the next number alone, which costs one look whatever its length.
 *
 * <p>Thread-safe.
 */
public final class MarkSequence {

    private static final int DIGITS = 12;

    private final Store store;
    private final String prefix;

    /** @param prefix a name in the store below which there are only these marks */
    public MarkSequence(Store store, String prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    /** Adds an entry and returns its number: 0 for the first. */
    public long append(byte[] content) {
        OptionalLong last = last();
        long number = last.isPresent() ? last.getAsLong() + 1 : 0;
        while (!store.createExclusive(name(number), content)) {
            number++;
        }
        return number;
    }

    /**
     * Adds an entry under this number, unless another has been added under it meanwhile.
     *
     * @param number the one after the last that the caller has seen
     * @return whether it was added
     */
    public boolean appendAt(long number, byte[] content) {
        return store.createExclusive(name(number), content);
    }

    /** The content of an entry; empty when there is none of this number, or none any more. */
    public Optional<byte[]> get(long number) {
        return store.get(name(number));
    }

    /** The numbers that there are, in order. */
    public List<Long> numbers() {
        List<Long> numbers = new ArrayList<>();
        for (String name : store.list(prefix)) {
            numbers.add(Long.parseLong(name));
        }
        return numbers;
    }

    /** The last number; empty when nothing was ever added. */
    public OptionalLong last() {
        List<String> names = store.list(prefix);
        return names.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(names.get(names.size() - 1)));
    }

    /** Removes an entry. The last one must stay, for the next is numbered after it. */
    public void remove(long number) {
        store.delete(name(number));
    }

    private String name(long number) {
        String digits = Long.toString(number);
        return prefix + "/" + "0".repeat(DIGITS - digits.length()) + digits;
    }

    @Override
    public String toString() {
        return "MarkSequence[" + prefix + "]";
    }
}
