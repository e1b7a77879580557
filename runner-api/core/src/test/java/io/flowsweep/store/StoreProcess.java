package io.flowsweep.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the contract has another process do to a store. */
final class StoreProcess {

    private StoreProcess() {}

    /** {@code URI append LOG COUNT}, or {@code URI claim PREFIX COUNT WINNER}, which prints how many it won. */
    public static void main(String[] arguments) {
        Store store = open(URI.create(arguments[0]));
        int count = Integer.parseInt(arguments[3]);
        if (arguments[1].equals("append")) {
            for (int i = 0; i < count; ) {
                List<String> batch = new ArrayList<>();
                do {
                    batch.add(line(i++));
                } while (i < count && i % 3 != 0);
                store.append(arguments[2], batch);
            }
        } else {
            System.out.println(claim(store, arguments[2], count, arguments[4]));
        }
    }

    static Store open(URI uri) {
        return uri.getScheme().equals("segments") ? new SegmentStore(Path.of(uri.getPath())) : Stores.open(uri);
    }

    /** Line {@code i}: now short, now longer than any buffer. */
    static String line(int i) {
        return i + ":" + "é".repeat(i % 7 == 0 ? 9000 : i % 50);
    }

    static int claim(Store store, String prefix, int count, String winner) {
        int won = 0;
        for (int i = 0; i < count; i++) {
            if (store.createExclusive(prefix + "/" + i, winner.getBytes(StandardCharsets.UTF_8))) {
                won++;
            }
        }
        return won;
    }
}
