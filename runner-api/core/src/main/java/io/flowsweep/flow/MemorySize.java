package io.flowsweep.flow;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory.
 *
 * @param bytes at least 1
 */
public record MemorySize(long bytes) implements Comparable<MemorySize> {

    private static final long MIB = 1L << 20;
    private static final long KIBI = 1L << 10;

    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([A-Za-z]*)");

    /** From large to small; of two spellings of one size the first is written. */
    private static final Map<String, Long> UNITS = units();

    public MemorySize {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes >= 1 must hold, but got bytes=" + bytes);
        }
    }

    /**
     * Reads {@code 16GB}, {@code 512 MiB}, {@code 1.5g} or {@code 4000}, in any case. kB, MB, GB, TB are powers of 1000;
     * KiB, MiB, GiB, TiB and the single letters K, M, G, T (as in the JVM's options) are powers of 1024; B is bytes. A bare
     * number counts MiB, which Metaflow calls MB.
     *
     * @throws IllegalArgumentException when it is none of these, is no whole number of bytes, or is not between 1 and 2^63 - 1
     */
    public static MemorySize parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw invalid(text, "is no amount of memory");
        }
        String unit = form.group(2).isEmpty() ? "MIB" : form.group(2).toUpperCase(Locale.ROOT);
        Long factor = UNITS.entrySet().stream()
                .filter(e -> e.getKey().toUpperCase(Locale.ROOT).equals(unit))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> invalid(text, "has an unknown unit \"" + form.group(2) + "\""));
        BigDecimal bytes = new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(factor));
        if (bytes.stripTrailingZeros().scale() > 0) {
            throw invalid(text, "is no whole number of bytes");
        }
        if (bytes.signum() == 0 || bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw invalid(text, "must be between 1 byte and 2^63 - 1 bytes");
        }
        return new MemorySize(bytes.longValueExact());
    }

    @Override
    public int compareTo(MemorySize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** In the unit that gives the shortest exact number, for instance {@code 16GB}; {@link #parse} reads it back. */
    @Override
    public String toString() {
        String shortest = bytes + "B";
        for (Map.Entry<String, Long> unit : UNITS.entrySet()) {
            boolean exact = unit.getKey().length() > 1 && bytes % unit.getValue() == 0;
            String text = bytes / unit.getValue() + unit.getKey();
            if (exact && digits(text) < digits(shortest)) {
                shortest = text;
            }
        }
        return shortest;
    }

    /**
     * As people read it everywhere: in whole MiB, {@code 512 MiB}; whole or many GiB as such, {@code 24 GiB},
     * {@code 23.4 GiB}.
     *
     * @param bytes at least 0
     */
    public static String text(long bytes) {
        long mebibytes = Math.max(bytes > 0 ? 1 : 0, (bytes + MIB / 2) / MIB);
        if (mebibytes % KIBI != 0 && mebibytes < 10 * KIBI) {
            return mebibytes + " MiB";
        }
        long tenths = Math.round(mebibytes * 10.0 / KIBI);
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " GiB";
    }

    private static int digits(String text) {
        return (int) text.chars().filter(Character::isDigit).count();
    }

    private static IllegalArgumentException invalid(String text, String why) {
        return new IllegalArgumentException("memory \"" + text + "\" " + why
                + ": write for instance 16GB (10^9), 512MiB (2^20), or a bare number of MiB");
    }

    private static Map<String, Long> units() {
        Map<String, Long> units = new LinkedHashMap<>();
        String prefixes = "TGMK";
        for (int i = 0; i < prefixes.length(); i++) {
            int power = prefixes.length() - i;
            String letter = prefixes.substring(i, i + 1);
            units.put(letter + "iB", 1L << (10 * power));
            units.put(letter.replace('K', 'k') + "B", (long) Math.pow(1000, power));
            units.put(letter, 1L << (10 * power));
        }
        units.put("B", 1L);
        return units;
    }
}
