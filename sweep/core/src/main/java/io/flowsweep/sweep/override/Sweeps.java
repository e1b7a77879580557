package io.flowsweep.sweep.override;

import io.flowsweep.sweep.override.OverrideValue.Numbers;
import io.flowsweep.sweep.override.OverrideValue.One;
import io.flowsweep.sweep.override.OverrideValue.Several;
import io.flowsweep.sweep.space.domain.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Several values out of parts. */
final class Sweeps {

    /** The most values that are spelled out; a range alone may be longer. */
    static final int MOST = 100_000;

    private static final String NUMBER = "([+-]?(?:\\d++(?:\\.\\d++)?|\\.\\d++)(?:[eE][+-]?\\d{1,3})?)";
    private static final Pattern INCLUSIVE = Pattern.compile(NUMBER + "\\.\\." + NUMBER + "(?:\\.\\." + NUMBER + ")?");

    private Sweeps() {}

    /** {@code 1..15} or {@code 0..1..0.1}; empty when the text is no such range. */
    static Optional<Range> inclusive(Element element) {
        Matcher range = INCLUSIVE.matcher(element.written());
        if (element.written().length() > 100 || !range.matches()) {
            return Optional.empty();
        }
        BigDecimal step = range.group(3) == null ? BigDecimal.ONE : new BigDecimal(range.group(3));
        return Optional.of(range(new BigDecimal(range.group(1)), new BigDecimal(range.group(2)), step, element.at()));
    }

    /** From {@code start}, inclusive, to {@code stop}, exclusive. */
    static Range halfOpen(BigDecimal start, BigDecimal stop, BigDecimal step, int at) {
        if (step.signum() == 0) {
            throw new OverrideFault("step != 0 must hold", at, "");
        }
        BigDecimal steps = stop.subtract(start).divide(step, 0, RoundingMode.CEILING);
        if (steps.signum() <= 0) {
            throw new OverrideFault(
                    "range(" + start + "," + stop + "," + step + ") is empty",
                    at,
                    stop.compareTo(start) == 0
                            ? "It stops before the second number; " + start + ".." + stop + " includes it."
                            : "Give the step the sign of the way from the first number to the second.");
        }
        return range(start, start.add(step.multiply(steps.subtract(BigDecimal.ONE))), step, at);
    }

    private static Range range(BigDecimal from, BigDecimal to, BigDecimal step, int at) {
        try {
            return new Range(from, to, step);
        } catch (IllegalArgumentException e) {
            throw new OverrideFault(e.getMessage(), at, "");
        }
    }

    /** The values of all parts in their order. */
    static List<Element> elements(List<OverrideValue> parts, int at) {
        List<Element> elements = new ArrayList<>();
        for (OverrideValue part : parts) {
            if (part instanceof One one) {
                elements.add(one.element());
            } else if (part instanceof Several several) {
                elements.addAll(several.elements());
            } else if (part instanceof Numbers numbers) {
                long size = numbers.range().size();
                for (long i = 0; i < size && elements.size() <= MOST; i++) {
                    elements.add(new Element(numbers.range().get(i), null, part.at()));
                }
            } else {
                throw new OverrideFault(
                        "glob() cannot be one of several values", part.at(), "Write path=glob(a*) or glob([a*,b*]).");
            }
            if (elements.size() > MOST) {
                throw new OverrideFault("these are more than " + MOST + " values", at, "Write one range: 1..1000000.");
            }
        }
        return elements;
    }
}
