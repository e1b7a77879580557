package io.flowsweep.sweep.engine.journal;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreLayout;
import io.flowsweep.sweep.events.ControlAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a driver is told something by another process: a file for each order, in {@code control/} of its sweep. */
public final class ControlFolder {

    /**
     * What a driver is told.
     *
     * @param variant the variant it is about; absent when it is about all
     * @param points what is to be added, path to plain value; absent otherwise
     */
    public record Order(ControlAction action, Optional<Long> variant, Optional<List<Map<String, Object>>> points) {

        public static Order of(ControlAction action, Optional<Long> variant) {
            return new Order(action, variant, Optional.empty());
        }

        /** Adds points behind those of the sweep. */
        public static Order of(List<Map<String, Object>> points) {
            return new Order(ControlAction.ADD, Optional.empty(), Optional.of(points));
        }
    }

    private static final Pattern NAME = Pattern.compile("(\\d+)\\.(\\d+)");

    private final Store store;
    private final String sweep;

    public ControlFolder(Store store, String sweep) {
        this.store = store;
        this.sweep = sweep;
    }

    /** Leaves an order for a driver. It obeys within a moment, if it lives. */
    public void send(int driver, Order order) {
        byte[] content = Json.write(ValueCodec.encode(Order.class, order)).getBytes(StandardCharsets.UTF_8);
        long number = System.currentTimeMillis();
        while (!store.createExclusive(StoreLayout.control(sweep, driver, number), content)) {
            number++;
        }
    }

    /** Takes the orders for a driver, in the order in which they came. */
    public void take(int driver, Consumer<Order> obey) {
        store.list(StoreLayout.controls(sweep)).stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .filter(name -> Integer.parseInt(name.group(1)) == driver)
                .map(name -> Long.parseLong(name.group(2)))
                .sorted()
                .forEach(number -> take(StoreLayout.control(sweep, driver, number), obey));
    }

    private void take(String name, Consumer<Order> obey) {
        Optional<byte[]> content = store.get(name);
        store.delete(name);
        try {
            content.map(json -> (Order)
                            ValueCodec.decode(Order.class, Json.parseObject(new String(json, StandardCharsets.UTF_8))))
                    .ifPresent(obey);
        } catch (CodecException e) {
            // not written by this program: nobody waits for an answer
        }
    }
}
