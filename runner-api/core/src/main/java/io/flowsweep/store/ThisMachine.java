package io.flowsweep.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How this machine calls itself to others that see the same store, and which of its processes live. */
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

    /**
     * Whether a process with this id lives. One that has ended and that its parent has not asked for does not, though it keeps its id: in
     * many containers, whose first process asks for none that it has not started, for ever.
     */
    public static boolean lives(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() && !isZombie(pid);
    }

    /** As the system tells under {@code /proc}, behind the name of the program, which may hold anything. */
    private static boolean isZombie(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String text = new String(Files.readAllBytes(stat), StandardCharsets.ISO_8859_1);
            return text.startsWith(") Z ", text.lastIndexOf(')'));
        } catch (IOException e) {
            return false;
        }
    }
}
