package io.flowsweep.store;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** How this machine calls itself to others that see the same store. */
public final class ThisMachine {

    private ThisMachine() {}

    /** Its name on the network, or {@code localhost} when it has none. */
    public static String name() {
        String name = System.getenv("HOSTNAME");
        if (name != null && !name.isBlank()) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
