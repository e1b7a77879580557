package io.flowsweep.os;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;

/** Where streams of processes come from. */
public final class Redirects {

    /** A standard input in which there is nothing. */
    public static final Redirect NO_INPUT = Redirect.from(new File("/dev/null"));

    private Redirects() {}
}
