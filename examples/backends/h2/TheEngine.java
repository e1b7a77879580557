import java.sql.SQLException;
import java.util.Properties;

/** H2 in memory. */
final class TheEngine extends JdbcEngine {

    TheEngine(int cpu) throws SQLException {
        super(new org.h2.Driver().connect("jdbc:h2:mem:", new Properties()));
        execute("SET OPTIMIZE_REUSE_RESULTS 0"); // else a question asked twice is answered once
    }
}
