package io.flowsweep.metaflow.pickle;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The arguments of a pickle's instructions, in order. No length is believed that goes beyond the pickle's end. */
final class PickleBytes {

    /** Numbers of more than this many bytes cost time in the square of their length to be written out; no data has them. */
    private static final int LONGEST_NUMBER = 1024;

    private final ByteBuffer bytes;

    PickleBytes(byte[] pickle) {
        this.bytes = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
    }

    int position() {
        return bytes.position();
    }

    int unsigned1() {
        need(1);
        return bytes.get() & 0xff;
    }

    int unsigned2() {
        need(2);
        return bytes.getShort() & 0xffff;
    }

    int signed4() {
        need(4);
        return bytes.getInt();
    }

    long unsigned4() {
        return signed4() & 0xffffffffL;
    }

    /** The length of what follows. */
    int length8() {
        need(8);
        return length(bytes.getLong());
    }

    int length4() {
        return length(unsigned4());
    }

    double bigEndianDouble() {
        need(8);
        return Double.longBitsToDouble(Long.reverseBytes(bytes.getLong()));
    }

    /** A {@code Long}, or a {@code BigInteger} beyond its range, from its two's complement. */
    Object number(int length) {
        if (length > LONGEST_NUMBER) {
            throw UnreadablePickleException.of(
                    "it holds a number of " + length + " bytes, more than " + LONGEST_NUMBER);
        }
        byte[] littleEndian = bytes(length);
        byte[] bigEndian = new byte[length];
        for (int i = 0; i < length; i++) {
            bigEndian[i] = littleEndian[length - 1 - i];
        }
        BigInteger number = length == 0 ? BigInteger.ZERO : new BigInteger(bigEndian);
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    byte[] bytes(int length) {
        need(length);
        byte[] copy = new byte[length];
        bytes.get(copy);
        return copy;
    }

    /** Python writes lone surrogates too, which no other UTF-8 has. */
    String text(int length) {
        need(length);
        int start = bytes.position();
        bytes.position(start + length);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.duplicate().position(start).limit(start + length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw UnreadablePickleException.of("it holds a text that is not Unicode, at byte " + start);
        }
    }

    /** A name up to the end of its line. */
    String line() {
        int start = bytes.position();
        int end = start;
        while (end < bytes.limit() && bytes.get(end) != '\n') {
            end++;
        }
        String line = text(end - start);
        need(1);
        bytes.get();
        return line;
    }

    private int length(long length) {
        if (length < 0 || length > bytes.remaining()) {
            throw ended();
        }
        return (int) length;
    }

    private void need(int count) {
        if (bytes.remaining() < count) {
            throw ended();
        }
    }

    private static UnreadablePickleException ended() {
        return UnreadablePickleException.of("it ends too early: it is not whole");
    }
}
