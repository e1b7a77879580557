import io.flowsweep.client.*;
import io.flowsweep.deployer.*;
import io.flowsweep.plots.*;
import io.flowsweep.plots.charts.*;
import io.flowsweep.plots.statistics.*;
import io.flowsweep.runner.*;
import io.flowsweep.sweep.*;
import io.flowsweep.sweep.events.*;
import io.flowsweep.sweep.events.SweepEvent.*;
import io.flowsweep.sweep.space.*;
import io.flowsweep.sweep.space.domain.*;
import io.flowsweep.sweep.variant.*;
AxisBuilder axis(String path) { return AxisBuilder.axis(path); }
void show(Table table) { System.out.print(TextTable.render(table, 120)); }
void show(SweepRun run) { System.out.print(TextTable.render(run.results(), 120)); }
