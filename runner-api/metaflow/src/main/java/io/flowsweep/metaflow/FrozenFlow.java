package io.flowsweep.metaflow;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.metaflow.source.FlowFile;
import io.flowsweep.source.InputList;
import io.flowsweep.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the files of a flow into a store: its own, the modules beside it that it imports, and those that its sources name. They keep
 * their places to each other.
 */
final class FrozenFlow {

    private FrozenFlow() {}

    /**
     * @param more files that go with the flow
     * @throws InvalidInputException when one cannot be read
     */
    static KeptFlow freeze(FlowFile flow, List<Path> more, Store store) {
        Path root = flow.file().getParent();
        for (Path file : more) {
            while (!file.startsWith(root)) {
                root = root.getParent();
            }
        }
        Map<String, InputList.Input> list = new TreeMap<>();
        for (List<Path> files : List.of(flow.files(), more)) {
            for (Path file : files) {
                list.put(root.relativize(file).toString(), new InputList.Input(store.putBlob(read(file)), false));
            }
        }
        return KeptFlow.of(
                new InputList(list).keep(store), root.relativize(flow.file()).toString(), flow);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the file cannot be read: " + e,
                    file.toString(),
                    "Make it readable, or leave it out of the sources.");
        }
    }
}
