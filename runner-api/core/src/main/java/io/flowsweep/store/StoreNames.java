package io.flowsweep.store;

/** The rule for names, as {@link Store} states it. Written as a plain loop, since a host checks a name for each append. */
final class StoreNames {

    static final String BLOBS = "blobs";

    private StoreNames() {}

    /**
     * Returns the name.
     *
     * @throws IllegalArgumentException when it breaks the rule
     */
    static String check(String name) {
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || name.charAt(i) == '/') {
                if (i == start || name.charAt(start) == '.') {
                    throw refused(name);
                }
                start = i + 1;
            } else if (!allowed(name.charAt(i))) {
                throw refused(name);
            }
        }
        if (name.equals(BLOBS) || name.startsWith("blobs/")) {
            throw new IllegalArgumentException(
                    "the names below \"blobs\" are the store's own, but got \"" + name + "\"");
        }
        return name;
    }

    /** Whether a character may stand anywhere in a segment but, for the dot, at its beginning. */
    static boolean allowed(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
    }

    /** Returns the address, which is 64 lower-case hexadecimal digits. */
    static String checkAddress(String address) {
        boolean right = address.length() == 64;
        for (int i = 0; right && i < 64; i++) {
            char c = address.charAt(i);
            right = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
        }
        if (!right) {
            throw new IllegalArgumentException(
                    "the address of a blob is 64 lower-case hexadecimal digits, but got \"" + address + "\"");
        }
        return address;
    }

    private static IllegalArgumentException refused(String name) {
        return new IllegalArgumentException(
                "a name in the store is segments of letters, digits, '.', '_' and '-' joined by"
                        + " '/', none empty or beginning with a dot, but got \"" + name + "\"");
    }
}
