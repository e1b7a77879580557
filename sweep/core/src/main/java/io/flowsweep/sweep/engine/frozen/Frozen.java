package io.flowsweep.sweep.engine.frozen;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.plan.ConfigPlan;
import io.flowsweep.store.Store;
import io.flowsweep.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sweep as it was when it began: enough to run it again, whatever has become of its files. Kept as JSON in a blob of the
 * store, whose address stands for it: drivers with one address work on the same variants.
 *
 * @param name the sweep's name
 * @param file the sweep file, absolute
 * @param root the project's folder, absolute
 * @param files what was read: file, absolute, to the blob of its content; flows' sources too
 * @param flows flow, absolute, to the digest of its code
 * @param defaults flow, absolute, to the configs that it took from elsewhere than the sweep, by name; absent when none did
 * @param packages local packages for Python, which are not kept, with the digests of their content; absent when there are none
 * @param overrides as they were given
 * @param fresh tells it from an equal sweep whose results are not to be reused; absent otherwise
 */
public record Frozen(
        String name,
        String file,
        String root,
        Map<String, String> files,
        Map<String, String> flows,
        Optional<Map<String, Map<String, ConfigPlan>>> defaults,
        Optional<Map<String, String>> packages,
        List<String> overrides,
        Optional<String> fresh) {

    /** The blob's address. */
    public String keep(Store store) {
        return store.putBlob(Json.write(ValueCodec.encode(Frozen.class, this)).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws StoreException when it is no longer there */
    public static Frozen read(Store store, String address) {
        Map<String, Object> kept = Json.parseObject(new String(blob(store, address), StandardCharsets.UTF_8));
        kept.computeIfPresent("flows", (key, flows) -> digests((Map<?, ?>) flows));
        return (Frozen) ValueCodec.decode(Frozen.class, kept);
    }

    /** At first the digest of a flow stood beside other things. */
    private static Map<Object, Object> digests(Map<?, ?> flows) {
        Map<Object, Object> digests = new LinkedHashMap<>(flows);
        digests.replaceAll((flow, kept) -> kept instanceof Map<?, ?> map ? map.get("digest") : kept);
        return digests;
    }

    /** @throws StoreException when it is no longer there */
    public static byte[] blob(Store store, String address) {
        try (InputStream content = store.getBlob(address)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new StoreException("cannot read the blob " + address + ": " + e.getMessage(), e);
        }
    }
}
