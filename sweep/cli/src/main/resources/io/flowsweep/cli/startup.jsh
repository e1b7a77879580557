import io.flowsweep.client.*;
import io.flowsweep.plots.*;
import io.flowsweep.plots.charts.*;
import io.flowsweep.plots.statistics.*;
import io.flowsweep.runner.*;
import io.flowsweep.sweep.*;
import io.flowsweep.sweep.events.*;
import io.flowsweep.sweep.events.SweepEvent.*;
import io.flowsweep.sweep.space.*;
import static io.flowsweep.sweep.space.AxisBuilder.axis;
void show(Table table) { System.out.print(TextTable.render(table, 120)); }
void show(SweepRun run) { show(run.results()); }
/set mode flowsweep normal -quiet
/set truncation flowsweep 2000
/set feedback flowsweep
