package io.flowsweep.python;

import java.nio.file.Path;

/**
 * A Python on this machine.
 *
 * @param command absolute
 * @param version for instance {@code 3.11.7}
 */
record Interpreter(Path command, String version) {

    /** Whether it is of a version that may be given in part: 3.11.7 is a 3.11 and a 3. */
    boolean is(String wanted) {
        return version.equals(wanted) || version.startsWith(wanted + ".");
    }

    @Override
    public String toString() {
        return "Python " + version + " (" + command + ")";
    }
}
