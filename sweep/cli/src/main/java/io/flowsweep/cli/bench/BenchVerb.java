package io.flowsweep.cli.bench;

import io.flowsweep.cli.bench.Benchmark.Row;
import io.flowsweep.cli.output.ExitCodes;
import io.flowsweep.codec.Json;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.executor.admission.Machine;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.TextTable;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

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
        if (command.driver.stream().anyMatch(size -> size <= DriverBenchmark.LEAST)) {
            throw new InvalidInputException(
                    "--driver takes sizes above " + DriverBenchmark.LEAST + ", but got " + command.driver, "", "");
        }
        Benchmark benchmark = new Benchmark(this::progress);
        if (command.metaflow) {
            print(
                    MetaflowBenchmark.Row.class,
                    new MetaflowBenchmark(this::progress).run(command.scale, command.python),
                    BenchTables::metaflow);
        } else if (command.driver.isEmpty()) {
            print(Row.class, benchmark.run(command.scale, command.only, command.python), BenchTables::executors);
        } else {
            print(
                    DriverBenchmark.Row.class,
                    new DriverBenchmark(this::progress).run(command.driver),
                    BenchTables::driver);
            print(Row.class, benchmark.runOthers(command.scale, command.python), BenchTables::executors);
        }
        if (!command.json) {
            out.println("\n" + machine());
        }
        out.flush();
        return ExitCodes.SUCCESS;
    }

    private void progress(String next) {
        if (!command.json) {
            out.println("measuring " + next);
            out.flush();
        }
    }

    private <T> void print(Class<T> type, List<T> rows, Function<List<T>, Table> table) {
        if (command.json) {
            rows.forEach(row -> out.print(Json.write(ValueCodec.encode(type, row)) + "\n"));
        } else {
            out.print("\n" + TextTable.render(table.apply(rows), WIDE));
        }
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
