package io.flowsweep.store;

import java.nio.file.Path;

/** Where this user's programs keep what can be made again. */
public final class UserCache {

    private UserCache() {}

    /** {@code flowsweep} in {@code XDG_CACHE_HOME}, else in {@code ~/.cache}; it need not exist. */
    public static Path folder() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("flowsweep");
    }
}
