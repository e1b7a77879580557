import io.flowsweep.flow.*;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Keeps an index of documents that are replaced at random: what lives is large and changes all the time, which is work for a
 * garbage collector. The work is the same in every variant, and so is its checksum.
 */
public class Index extends FlowSpec {

    record Settings(String collector, String heap, int documents, int updates, long seed) {}

    record Document(String text, int[] words) {}

    private static final List<String> WORDS = List.of(
            "amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath", "inlet", "jetty", "knoll", "ledge");

    private static final int BATCH = 200;

    @FlowConfig(defaultFile = "index.conf")
    Settings config;

    Double updatesPerSecond;
    Double slowest;      // ms: the longest time that a batch of updates took
    Long checksum;
    String java;
    List<String> collectors;

    @Step(next = "end")
    void start() {
        java = System.getProperty("java.version");
        collectors = ManagementFactory.getGarbageCollectorMXBeans().stream().map(bean -> bean.getName()).toList();
        Map<Integer, Document> index = new HashMap<>();
        SplittableRandom random = new SplittableRandom(config.seed());
        for (int key = 0; key < config.documents(); key++) {
            index.put(key, document(random));
        }
        long sum = 0;
        long longest = 0;
        long begin = System.nanoTime();
        for (int done = 0; done < config.updates(); done += BATCH) {
            long batch = System.nanoTime();
            for (int i = 0; i < BATCH; i++) {
                Document old = index.put(random.nextInt(config.documents()), document(random));
                sum = 31 * sum + old.words()[0] + old.text().length();
            }
            longest = Math.max(longest, System.nanoTime() - batch);
        }
        updatesPerSecond = config.updates() * 1e9 / (System.nanoTime() - begin);
        slowest = longest / 1e6;
        checksum = sum;
    }

    private static Document document(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int[] words = new int[4 + random.nextInt(8)];
        for (int i = 0; i < words.length; i++) {
            words[i] = random.nextInt(WORDS.size());
            text.append(WORDS.get(words[i])).append(' ');
        }
        return new Document(text.toString(), words);
    }

    @Step
    void end() {
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf("%.0f updates/s, slowest batch %.1f ms, %d MB at most, %s%n",
                updatesPerSecond, slowest, peak >> 20, collectors);
    }
}
