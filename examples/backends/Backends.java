import io.flowsweep.flow.Dependencies;
import io.flowsweep.flow.FlowConfig;
import io.flowsweep.flow.FlowSpec;
import io.flowsweep.flow.Resources;
import io.flowsweep.flow.Step;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What one engine needs to add up orders by customer. The engine is named in the config: its library is fetched and its code,
 * the class TheEngine in a folder of the engine's name, is compiled with this file.
 */
@Dependencies("${config.backend.packages}")
public class Backends extends FlowSpec {

    record Backend(String name, Map<String, String> packages) {}

    record Settings(int rows, int customers, long seed, int rounds, int cpu, String memory, Backend backend) {}

    @FlowConfig
    Settings config;

    Double loadSeconds;
    Double answerMillis;
    Long checksum;

    @Step(next = "end")
    @Resources(cpu = "${config.cpu}", memory = "${config.memory}")
    void start() throws Exception {
        Orders orders = Orders.of(config.rows(), config.customers(), config.seed());
        try (Engine engine = new TheEngine(config.cpu())) {
            long start = System.nanoTime();
            engine.load(orders);
            loadSeconds = (System.nanoTime() - start) / 1e9;

            List<Total> totals = engine.totals(); // the first answer warms the engine up
            double[] millis = new double[config.rounds()];
            for (int round = 0; round < millis.length; round++) {
                start = System.nanoTime();
                totals = engine.totals();
                millis[round] = (System.nanoTime() - start) / 1e6;
                current().report("answer", round, millis[round]);
            }
            Arrays.sort(millis);
            answerMillis = millis[millis.length / 2];

            if (!totals.equals(orders.totals())) {
                throw new IllegalStateException(config.backend().name() + " gives another answer than counting by hand");
            }
            checksum = (long) totals.hashCode();
        }
    }

    @Step
    void end() {
        System.out.printf("%s: %.1f ms%n", config.backend().name(), answerMillis);
    }
}

/** How many orders a customer has placed, and their sum, smallest and largest, in cents. */
record Total(int customer, long orders, long sum, long least, long most) {}

/** What can keep orders and add them up. */
interface Engine extends AutoCloseable {

    void load(Orders orders) throws Exception;

    /** One for each customer who has any, in the order of their numbers. */
    List<Total> totals() throws Exception;
}

/** Orders made up from a seed: the same on every machine. */
record Orders(int[] customer, long[] cents) {

    static Orders of(int rows, int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] customer = new int[rows];
        long[] cents = new long[rows];
        for (int i = 0; i < rows; i++) {
            customer[i] = random.nextInt(customers);
            cents[i] = random.nextInt(1, 100_000);
        }
        return new Orders(customer, cents);
    }

    int size() {
        return customer.length;
    }

    /** The answer, counted by hand: what every engine is held against. */
    List<Total> totals() {
        int customers = Arrays.stream(customer).max().orElse(-1) + 1;
        long[] count = new long[customers];
        long[] sum = new long[customers];
        long[] least = new long[customers];
        long[] most = new long[customers];
        for (int i = 0; i < customer.length; i++) {
            int c = customer[i];
            least[c] = count[c] == 0 ? cents[i] : Math.min(least[c], cents[i]);
            most[c] = Math.max(most[c], cents[i]);
            sum[c] += cents[i];
            count[c]++;
        }
        List<Total> totals = new ArrayList<>();
        for (int c = 0; c < customers; c++) {
            if (count[c] > 0) {
                totals.add(new Total(c, count[c], sum[c], least[c], most[c]));
            }
        }
        return totals;
    }
}

/** What engines with a JDBC driver have in common. */
abstract class JdbcEngine implements Engine {

    final Connection connection;

    JdbcEngine(Connection connection) throws SQLException {
        this.connection = connection;
        execute("CREATE TABLE orders (customer INTEGER NOT NULL, cents BIGINT NOT NULL)");
    }

    final void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** In batches, each a transaction. */
    @Override
    public void load(Orders orders) throws Exception {
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement("INSERT INTO orders VALUES (?, ?)")) {
            for (int i = 0; i < orders.size(); i++) {
                insert.setInt(1, orders.customer()[i]);
                insert.setLong(2, orders.cents()[i]);
                insert.addBatch();
                if (i % 10_000 == 9_999 || i == orders.size() - 1) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    @Override
    public List<Total> totals() throws SQLException {
        String sql = "SELECT customer, COUNT(*), SUM(cents), MIN(cents), MAX(cents)"
                + " FROM orders GROUP BY customer ORDER BY customer";
        List<Total> totals = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                totals.add(new Total(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
            }
        }
        return totals;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
