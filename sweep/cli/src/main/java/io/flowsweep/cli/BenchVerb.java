package io.flowsweep.cli;

import io.flowsweep.cli.bench.Benchmark;
import io.flowsweep.cli.bench.Benchmark.Row;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.executor.admission.Machine;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.TextTable;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code flowsweep bench}. */
final class BenchVerb {

    private static final int WIDE = 200;

    private final BenchCommand command;
    private final PrintWriter out;

    BenchVerb(BenchCommand command) {
        this.command = command;
        this.out = command.spec.commandLine().getOut();
    }

    int call() throws InterruptedException {
        if (!(command.scale > 0)) {
            throw new InvalidInputException("--scale must be above 0, but is " + command.scale, "", "");
        }
        Benchmark benchmark = new Benchmark(name -> {
            if (!command.json) {
                out.println("measuring " + name);
                out.flush();
            }
        });
        List<Row> rows = benchmark.run(command.scale, command.only, command.python);
        if (command.json) {
            rows.forEach(row -> out.print(Json.write(ValueCodec.encode(Row.class, row)) + "\n"));
        } else {
            out.print("\n" + TextTable.render(table(rows), WIDE));
            out.println("\n" + machine());
        }
        out.flush();
        return ExitCodes.SUCCESS;
    }

    private static Table table(List<Row> rows) {
        Table table = new Table(List.of(
                Column.text("what"),
                Column.number("variants"),
                Column.number("first", "s"),
                Column.number("rate", "1/s"),
                Column.number("CPU each", "ms"),
                Column.number("CPU / hello"),
                Column.number("rate / Metaflow"),
                Column.number("files each"),
                Column.number("driver", "MB")));
        for (Row row : rows) {
            table.add(Arrays.asList(
                    row.name(),
                    (double) row.variants(),
                    rounded(row.first()),
                    rounded(row.perSecond()),
                    rounded(row.cpuMillis()),
                    row.timesHello().map(BenchVerb::rounded).orElse(null),
                    row.timesMetaflow().map(BenchVerb::rounded).orElse(null),
                    (double) row.files(),
                    row.driverMegabytes() == 0 ? null : rounded(row.driverMegabytes())));
        }
        return table;
    }

    /** To three digits: more would promise too much. */
    private static double rounded(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(3)).doubleValue()
                : value;
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "%s, Java %s, %s, load %.1f at the end",
                Machine.current(),
                System.getProperty("java.version"),
                LocalDate.now(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
