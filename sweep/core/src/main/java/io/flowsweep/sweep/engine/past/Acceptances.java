package io.flowsweep.sweep.engine.past;

import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.events.SweepEvent.CodeAccepted;
import io.flowsweep.sweep.events.SweepEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which changes of a sweep's code were declared to change no result. Each is a mark in the store. */
public final class Acceptances {

    private final Store store;
    private final String sweep;

    public Acceptances(Store store, String sweep) {
        this.store = store;
        this.sweep = sweep;
    }

    /** Declares that code gives the same results as code before it. */
    public void accept(String code, String before) {
        String mark = StoreLayout.acceptances(sweep) + "/" + code.substring(0, 16) + "." + before.substring(0, 16);
        CodeAccepted event = new CodeAccepted(Instant.now(), code, before);
        store.createExclusive(mark, SweepEvents.toLine(event).getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of a code, and of all whose results count as its own. */
    public Set<String> equivalent(String code) {
        List<CodeAccepted> all = store.list(StoreLayout.acceptances(sweep)).stream()
                .flatMap(name -> store.get(StoreLayout.acceptances(sweep) + "/" + name).stream())
                .flatMap(line -> SweepEvents.parse(new String(line, StandardCharsets.UTF_8)).stream())
                .map(CodeAccepted.class::cast)
                .toList();
        Set<String> codes = new LinkedHashSet<>(List.of(code));
        boolean grown = true;
        while (grown) {
            grown = codes.addAll(all.stream()
                    .filter(accepted -> codes.contains(accepted.code()))
                    .map(CodeAccepted::before)
                    .toList());
        }
        return codes;
    }
}
