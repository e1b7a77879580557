package io.flowsweep.sweep.archive;

import java.util.function.Consumer;

/** Finds what may be addresses of blobs in a stream of bytes: 64 hexadecimal digits, not among more of them. */
final class Addresses {

    private static final int LENGTH = 64;

    private final Consumer<String> found;
    private final StringBuilder digits = new StringBuilder(LENGTH);
    private boolean tooLong;

    Addresses(Consumer<String> found) {
        this.found = found;
    }

    /** The next bytes; one that follows on an address ends it, so the end of a stream is one line end at least. */
    void look(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int c = bytes[i];
            if (c >= '0' && c <= '9' || c >= 'a' && c <= 'f') {
                tooLong |= digits.length() == LENGTH;
                if (!tooLong) {
                    digits.append((char) c);
                }
            } else {
                if (digits.length() == LENGTH && !tooLong) {
                    found.accept(digits.toString());
                }
                digits.setLength(0);
                tooLong = false;
            }
        }
    }
}
