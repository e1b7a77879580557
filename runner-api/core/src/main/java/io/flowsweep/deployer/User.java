package io.flowsweep.deployer;

/** Who uses this program. */
final class User {

    private User() {}

    static String name() {
        return System.getProperty("user.name");
    }
}
