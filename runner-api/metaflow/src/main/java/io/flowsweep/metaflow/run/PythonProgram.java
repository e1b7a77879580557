package io.flowsweep.metaflow.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Our own programs in Python. */
final class PythonProgram {

    private PythonProgram() {}

    /** @param name of a file beside this class */
    static String text(String name) {
        try (InputStream program = PythonProgram.class.getResourceAsStream(name)) {
            return new String(program.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
