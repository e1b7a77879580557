package io.flowsweep.sweep.archive;

import java.util.regex.Pattern;

/** The names that an archive may hold. Whatever is not one of these is no part of a sweep, and leaves no trace. */
final class ArchiveNames {

    /** Before what goes into a store. */
    static final String STORE = "store/";

    private static final String SEGMENT = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}";
    private static final String RUN_FILE = "run\\.jsonl|host-\\d{1,9}(\\.\\d{1,9})?\\.(jsonl|out|err)";
    private static final Pattern RUN_FILES = Pattern.compile(RUN_FILE);
    private static final Pattern RUN =
            Pattern.compile("store/flows/" + SEGMENT + "/runs/" + SEGMENT + "/(" + RUN_FILE + ")");
    private static final Pattern BLOB = Pattern.compile("store/blobs/([0-9a-f]{2})/(\\1[0-9a-f]{62})");
    private static final Pattern FOR_PEOPLE = Pattern.compile("results/(charts/)?" + SEGMENT);

    private ArchiveNames() {}

    static boolean isRunFile(String name) {
        return RUN_FILES.matcher(name).matches();
    }

    static boolean isRun(String entry) {
        return RUN.matcher(entry).matches();
    }

    static boolean isBlob(String entry) {
        return BLOB.matcher(entry).matches();
    }

    /** {@code store/blobs/ab/ab…}. */
    static String blob(String address) {
        return STORE + "blobs/" + address.substring(0, 2) + "/" + address;
    }

    /** The address of a blob's entry. */
    static String address(String entry) {
        return entry.substring(entry.lastIndexOf('/') + 1);
    }

    static boolean isForPeople(String entry) {
        return entry.equals(SweepArchive.MANIFEST) || FOR_PEOPLE.matcher(entry).matches();
    }

    static boolean isJournal(String entry, String sweep) {
        return entry.matches(Pattern.quote(STORE + "sweeps/" + sweep + "/") + "journal\\.\\d{1,9}\\.jsonl");
    }

    static boolean isAcceptance(String entry, String sweep) {
        return entry.matches(Pattern.quote(STORE + "sweeps/" + sweep + "/accepted/") + "[0-9a-f]{16}\\.[0-9a-f]{16}");
    }

    /** Whether a text can be the id of a sweep. */
    static boolean isSweep(String text) {
        return text.matches(SEGMENT);
    }
}
