// Runs a sweep, tells each result as it comes, prints the best variants and saves a chart:
//
//   ./flowsweep jshell examples/jshell/sweep.jsh

var home = Path.of(System.getProperty("flowsweep.home", "."));

// The file with other values in two places, as on the command line.
var sweep = Sweep.load(home.resolve("sweeps/matmul.conf")).override("dim=50,100,150", "params.seconds=0.1");

var run = sweep.run();
run.events().filter(VariantFinished.class::isInstance).map(VariantFinished.class::cast).forEach(end ->
        System.out.println("variant " + end.variant() + ": " + end.metrics()));
var summary = run.await();

System.out.println("The best three of " + summary.variants() + ":");
show(run.best(3));

Charts.line(run.results()).x("dim").y("gflops").series("cpu").title("Arithmetic per second").png(Path.of("matmul.png"));
System.out.println("chart " + Path.of("matmul.png").toAbsolutePath());

/exit summary.failed() == 0 ? 0 : 1
