package io.flowsweep.plots.internal;

/** How many columns of a terminal a character takes, by Unicode's East Asian Width (UAX #11): wide and full-width ones two. */
final class CharacterWidth {

    /** First and last of each range of wide characters. */
    private static final int[] WIDE = {
        0x1100, 0x115F, // Hangul Jamo
        0x2E80, 0x303E, // radicals, punctuation
        0x3041, 0xA4CF, // kana, Han, Yi
        0xA960, 0xA97F, // Hangul Jamo
        0xAC00, 0xD7A3, // Hangul
        0xF900, 0xFAFF, // Han
        0xFE30, 0xFE6F, // vertical and small forms
        0xFF00, 0xFF60, // full-width forms
        0xFFE0, 0xFFE6,
        0x1F300, 0x1F64F, // pictographs
        0x1F680, 0x1F6FF,
        0x1F900, 0x1F9FF,
        0x20000, 0x3FFFD // Han
    };

    private CharacterWidth() {}

    static int of(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        for (int i = 0; i < WIDE.length; i += 2) {
            if (codePoint >= WIDE[i] && codePoint <= WIDE[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
