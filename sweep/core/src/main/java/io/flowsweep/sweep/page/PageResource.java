package io.flowsweep.sweep.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that are kept beside the classes which put them into a page. */
public final class PageResource {

    private PageResource() {}

    /** The style that all pages share; a page adds its own behind it. */
    public static String style() {
        return read(PageResource.class, "page.css");
    }

    /** A file beside a class. */
    public static String read(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
