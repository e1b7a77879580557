package io.flowsweep.sweep.report;

import static io.flowsweep.sweep.page.Shown.count;

import io.flowsweep.flow.MemorySize;
import io.flowsweep.sweep.events.SweepEvent.Checkout;
import io.flowsweep.sweep.events.SweepEvent.SweepStarted;
import io.flowsweep.sweep.page.Shown;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** On what machine and from which commit, when and for how long. */
final class MachineSection {

    private MachineSection() {}

    static Section of(Report report) {
        SweepStarted start = report.start();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("machine", start.owner().machine());
        report.whereabouts()
                .machine()
                .ifPresent(machine -> facts.put(
                        "has",
                        count(machine.cpus(), "processor") + ", " + MemorySize.text(machine.memoryBytes())
                                + " of memory"));
        report.whereabouts().environment().ifPresent(found -> {
            facts.put("system", found.system() + ", Java " + found.java());
            found.tool().ifPresent(tool -> facts.put("FlowSweep", tool));
            facts.put("commit", found.checkout().map(MachineSection::commit).orElse("in no git checkout"));
        });
        start.code().ifPresent(code -> facts.put("code", start.flow() + ", digest " + code.substring(0, 12)));
        facts.put("sweep file", String.valueOf(Path.of(start.file()).getFileName()));
        facts.put(
                "sweep",
                start.sweep() + start.shard().map(part -> ", shard " + part).orElse(""));
        facts.put("executor", start.executor() + ", at most " + count(start.parallel(), "run") + " at a time");
        facts.put("started", Shown.time(start.at()));
        facts.put("as of", Shown.time(report.whereabouts().last()));
        facts.put("worked for", Shown.duration(report.summary().elapsed()));
        return new Section("Where and when", List.of(new Block.Facts(facts)));
    }

    private static String commit(Checkout checkout) {
        return checkout.commit()
                + checkout.branch().map(branch -> " on " + branch).orElse("")
                + (checkout.changed() ? ", with changes that were not committed" : "");
    }
}
