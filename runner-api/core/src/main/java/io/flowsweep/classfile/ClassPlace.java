package io.flowsweep.classfile;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where classes of this program come from. */
public final class ClassPlace {

    private ClassPlace() {}

    /**
     * The jar or the folder that a class was loaded from.
     *
     * @throws IllegalStateException when it is not on a file system
     */
    public static Path of(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
