package io.flowsweep.deployer.local;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records as the content of marks. */
final class JsonMarks {

    private static final long VERSION = 1;

    private JsonMarks() {}

    @SuppressWarnings("unchecked")
    static <R extends Record> byte[] write(Class<R> type, R value) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("v", VERSION);
        json.putAll((Map<String, Object>) ValueCodec.encode(type, value));
        return Json.write(json).getBytes(StandardCharsets.UTF_8);
    }

    static <R extends Record> R read(Class<R> type, byte[] mark) {
        Map<String, Object> json = Json.parseObject(new String(mark, StandardCharsets.UTF_8));
        json.remove("v");
        return type.cast(ValueCodec.decode(type, json));
    }
}
