import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;

/** SQLite in memory. */
final class TheEngine extends JdbcEngine {

    TheEngine(int cpu) throws SQLException {
        super(JDBC.createConnection("jdbc:sqlite::memory:", new Properties()));
    }
}
