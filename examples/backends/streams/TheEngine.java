import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** No library at all: a stream over two arrays. */
final class TheEngine implements Engine {

    private final boolean parallel;
    private Orders orders;

    TheEngine(int cpu) {
        this.parallel = cpu > 1;
    }

    @Override
    public void load(Orders all) {
        orders = all;
    }

    @Override
    public List<Total> totals() {
        IntStream rows = IntStream.range(0, orders.size());
        TreeMap<Integer, LongSummaryStatistics> byCustomer = (parallel ? rows.parallel() : rows)
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> orders.customer()[i],
                        TreeMap::new,
                        Collectors.summarizingLong(i -> orders.cents()[i])));
        return byCustomer.entrySet().stream()
                .map(e -> new Total(
                        e.getKey(),
                        e.getValue().getCount(),
                        e.getValue().getSum(),
                        e.getValue().getMin(),
                        e.getValue().getMax()))
                .toList();
    }

    @Override
    public void close() {}
}
