import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** DuckDB in memory, filled by its appender, which is its fastest way in. */
final class TheEngine extends JdbcEngine {

    TheEngine(int cpu) throws SQLException {
        super(new DuckDBDriver().connect("jdbc:duckdb:", new Properties()));
        execute("SET threads = " + cpu);
    }

    @Override
    public void load(Orders orders) throws SQLException {
        try (DuckDBAppender appender = ((DuckDBConnection) connection).createAppender("main", "orders")) {
            for (int i = 0; i < orders.size(); i++) {
                appender.beginRow();
                appender.append(orders.customer()[i]);
                appender.append(orders.cents()[i]);
                appender.endRow();
            }
        }
    }
}
