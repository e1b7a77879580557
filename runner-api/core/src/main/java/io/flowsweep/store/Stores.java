package io.flowsweep.store;

import io.flowsweep.errors.InvalidInputException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** Opens stores by address, as one process names a store to another. */
public final class Stores {

    private static final Map<Path, WeakReference<FileStore>> IN_USE = new HashMap<>();

    private Stores() {}

    /**
     * The store in a folder, as {@link FileStore#open}: the same object for as long as somebody holds it, so that the log
     * files it keeps open are bounded, however often it is asked for.
     */
    public static FileStore in(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        synchronized (IN_USE) {
            forgetUnused();
            FileStore known = IN_USE.containsKey(place) ? IN_USE.get(place).get() : null;
            FileStore store = known == null ? FileStore.open(place) : known;
            IN_USE.put(place, new WeakReference<>(store));
            return store;
        }
    }

    /**
     * The store at an address that {@link Store#uri()} gave.
     *
     * @throws InvalidInputException when no store has such addresses; the message lists what exists
     */
    public static Store open(URI uri) {
        if (!"file".equals(uri.getScheme())) {
            throw refused("no store has addresses of scheme \"" + uri.getScheme() + "\"", uri);
        }
        try {
            return in(Path.of(uri));
        } catch (IllegalArgumentException e) {
            throw refused("not the address of a folder (" + e.getMessage() + ")", uri);
        }
    }

    private static void forgetUnused() {
        for (Iterator<WeakReference<FileStore>> stores = IN_USE.values().iterator(); stores.hasNext(); ) {
            if (stores.next().get() == null) {
                stores.remove();
            }
        }
    }

    private static InvalidInputException refused(String what, URI uri) {
        return new InvalidInputException(
                what, uri.toString(), "There are: file (for example file:///data/.flowsweep/)");
    }
}
