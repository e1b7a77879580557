package io.flowsweep.sweep.archive;

import io.flowsweep.codec.CodecException;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.Secrets;
import io.flowsweep.codec.Sha256;
import io.flowsweep.store.Store;
import io.flowsweep.sweep.engine.frozen.Frozen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an archive takes with secrets masked (see {@link Secrets}): in JSON by its keys, in any other text where a key and its value
 * stand on a line. A blob that is changed has another address, which takes the place of the old one wherever that stands; what is no text
 * stays as it is.
 */
final class MaskedContents implements Contents {

    private static final Pattern ADDRESS = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

    private final Store store;
    private final WholeContents whole;

    /** The address of a blob to that of its masked form. */
    private final Map<String, String> addresses = new HashMap<>();

    /** What has another address than in the store. */
    private final Map<String, byte[]> changed = new HashMap<>();

    MaskedContents(Store store) {
        this.store = store;
        this.whole = new WholeContents(store);
    }

    @Override
    public Optional<InputStream> log(String name) throws IOException {
        Optional<InputStream> log = whole.log(name);
        if (log.isEmpty()) {
            return log;
        }
        try (InputStream in = log.get()) {
            byte[] content = in.readAllBytes();
            return Optional.of(new ByteArrayInputStream(
                    text(content).map(this::lines).map(MaskedContents::bytes).orElse(content)));
        }
    }

    @Override
    public Optional<InputStream> blob(String address) {
        return changed.containsKey(address)
                ? Optional.of(new ByteArrayInputStream(changed.get(address)))
                : whole.blob(address);
    }

    /** Each line by itself, so that one that is no JSON spoils no other. */
    private String lines(String text) {
        String masked = text.lines().map(this::masked).collect(Collectors.joining("\n"));
        return text.endsWith("\n") ? masked + "\n" : masked;
    }

    /** Texts in what is JSON are masked, too: they may be command lines, or configs as they were written. */
    private String masked(String text) {
        String masked;
        try {
            masked = text.startsWith("{") || text.startsWith("[")
                    ? Json.write(Secrets.masked("", Json.parse(text), Secrets::maskedText))
                    : Secrets.maskedText(text);
        } catch (CodecException e) {
            masked = Secrets.maskedText(text);
        }
        return ADDRESS.matcher(masked).replaceAll(found -> Matcher.quoteReplacement(address(found.group())));
    }

    /** That of the masked form of what may be a blob. What it refers to is masked first. */
    private String address(String address) {
        if (!addresses.containsKey(address)) {
            addresses.put(address, store.localBlob(address).isEmpty() ? address : maskedBlob(address));
        }
        return addresses.get(address);
    }

    private String maskedBlob(String address) {
        byte[] content = Frozen.blob(store, address);
        byte[] masked = text(content)
                .map(text -> isJson(text) ? masked(text) : lines(text))
                .map(MaskedContents::bytes)
                .orElse(content);
        String other = Sha256.of(masked);
        if (!other.equals(address)) {
            changed.put(other, masked);
        }
        return other;
    }

    private static boolean isJson(String text) {
        try {
            Json.parse(text);
            return true;
        } catch (CodecException e) {
            return false;
        }
    }

    /** Empty when it is none. */
    private static Optional<String> text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
