import io.flowsweep.flow.*;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes into a diary when it begins and when it ends, and with which GPU. */
public class Leasing extends FlowSpec {

    @FlowConfig
    Map<String, Object> config;

    String gpu;

    @Step(next = "end")
    void start() throws IOException {
        gpu = String.valueOf(System.getenv("CUDA_VISIBLE_DEVICES"));
        write("+1");
        long[] work = new long[1 << 20];
        for (int i = 0; i < 5; i++) {
            java.util.Arrays.parallelSetAll(work, k -> k * 31L);
        }
        write("-1");
    }

    /** One write of few bytes to the end of a file is not mixed with others. */
    private void write(String change) throws IOException {
        try (FileOutputStream diary = new FileOutputStream((String) config.get("diary"), true)) {
            diary.write((change + " " + gpu + "\n").getBytes());
        }
    }

    @Step
    void end() {}
}
