package io.flowsweep.metaflow.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Pickles written byte by byte. */
final class Crafted {

    private Crafted() {}

    /** @param parts after the protocol and before the end: texts, whose characters are bytes, bytes, and arrays of bytes */
    static byte[] pickle(int protocol, Object... parts) {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.write(Opcode.PROTO);
        pickle.write(protocol);
        for (Object part : parts) {
            if (part instanceof Integer b) {
                pickle.write(b);
            } else {
                pickle.writeBytes(
                        part instanceof byte[] bytes ? bytes : part.toString().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        pickle.write(Opcode.STOP);
        return pickle.toByteArray();
    }
}
