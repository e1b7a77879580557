package io.flowsweep.source;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.JsonObject;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that a command is given, as they were when they were frozen: kept as JSON in a blob of the store, whose address
 * stands for all of them. Equal files at equal places have equal addresses.
 *
 * @param files by their paths below the run's own folder, with {@code /} between segments
 */
public record InputList(SortedMap<String, Input> files) {

    /**
     * One file.
     *
     * @param blob the address of its content
     * @param executable whether it may be executed
     */
    public record Input(String blob, boolean executable) {}

    public InputList(Map<String, Input> files) {
        this(new TreeMap<>(files));
    }

    /** Puts the list into the store, and returns its address. */
    public String keep(Store store) {
        Map<String, Object> list = new LinkedHashMap<>();
        files.forEach((path, input) -> {
            Map<String, Object> inOrder = new LinkedHashMap<>(); // that of Map.of changes from JVM to JVM
            inOrder.put("blob", input.blob());
            inOrder.put("executable", input.executable());
            list.put(path, inOrder);
        });
        return store.putBlob(Json.write(list).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws io.flowsweep.store.StoreException when there is no such list */
    public static InputList read(Store store, String address) {
        try (InputStream content = store.getBlob(address)) {
            Map<String, Object> list = Json.parseObject(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            JsonObject json = JsonObject.of(list);
            SortedMap<String, Input> files = new TreeMap<>();
            for (String path : list.keySet()) {
                JsonObject input = json.object(path);
                files.put(path, new Input(input.text("blob"), input.flag("executable")));
            }
            return new InputList(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
