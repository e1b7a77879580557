package io.flowsweep.sweep.engine;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.events.ControlAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a driver is told something by another process: a file for each command, in {@code control/} of its sweep. */
public final class ControlFolder {

    private record Command(ControlAction action, Optional<Long> variant) {}

    private static final Pattern NAME = Pattern.compile("(\\d+)\\.(\\d+)");

    private final Store store;
    private final String sweep;

    public ControlFolder(Store store, String sweep) {
        this.store = store;
        this.sweep = sweep;
    }

    /**
     * Leaves a command for a driver. It obeys within a moment, if it lives.
     *
     * @param variant the variant it is about; empty when it is about all
     */
    public void send(int driver, ControlAction action, Optional<Long> variant) {
        byte[] content = Json.write(ValueCodec.encode(Command.class, new Command(action, variant)))
                .getBytes(StandardCharsets.UTF_8);
        long number = System.currentTimeMillis();
        while (!store.createExclusive(StoreLayout.control(sweep, driver, number), content)) {
            number++;
        }
    }

    /** Takes the commands for a driver, in the order in which they came. */
    void take(int driver, BiConsumer<ControlAction, Optional<Long>> obey) {
        store.list(StoreLayout.controls(sweep)).stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .filter(name -> Integer.parseInt(name.group(1)) == driver)
                .map(name -> Long.parseLong(name.group(2)))
                .sorted()
                .forEach(number -> take(StoreLayout.control(sweep, driver, number), obey));
    }

    private void take(String name, BiConsumer<ControlAction, Optional<Long>> obey) {
        Optional<byte[]> content = store.get(name);
        store.delete(name);
        try {
            content.map(json -> (Command) ValueCodec.decode(
                            Command.class, Json.parseObject(new String(json, StandardCharsets.UTF_8))))
                    .ifPresent(command -> obey.accept(command.action(), command.variant()));
        } catch (CodecException e) {
            // not written by this program: nobody waits for an answer
        }
    }
}
