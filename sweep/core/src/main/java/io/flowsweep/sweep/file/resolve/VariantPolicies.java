package io.flowsweep.sweep.file.resolve;

import com.typesafe.config.ConfigValueFactory;
import io.flowsweep.codec.Json;
import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.sweep.file.base.RunReader;
import io.flowsweep.sweep.file.text.FileContext;
import io.flowsweep.sweep.file.text.ProblemList;
import io.flowsweep.sweep.file.text.Section;
import io.flowsweep.sweep.file.text.SourceKeys;
import io.flowsweep.sweep.space.Axis;
import io.flowsweep.sweep.spec.RunPolicy;
import io.flowsweep.sweep.spec.SweepSpec;
import io.flowsweep.sweep.variant.Variant;
import java.util.List;

/** How each variant is run: the sweep's policy with what the variant says itself. Thread-safe. */
final class VariantPolicies {

    private final SweepSpec spec;
    private final VariantMaker maker;
    private final boolean differ;

    VariantPolicies(SweepSpec spec, VariantMaker maker) {
        this.spec = spec;
        this.maker = maker;
        this.differ = Json.write(spec.blocks().run()).contains("${")
                || spec.axes().stream().anyMatch(axis -> axis.root().equals("run"));
    }

    /** @throws InvalidInputException when what the variant says is none */
    RunPolicy of(Variant variant) {
        if (!differ) {
            return spec.run();
        }
        ProblemList problems = new ProblemList();
        String where = spec.axes().stream()
                .filter(axis -> axis.root().equals("run"))
                .map(Axis::where)
                .findFirst()
                .orElse(spec.file().toString());
        FileContext context = new FileContext(new SourceKeys(List.of()), maker.scope(variant), problems);
        RunPolicy policy =
                RunReader.read(new Section("run", ConfigValueFactory.fromMap(variant.run(), where), where, context));
        problems.throwIfAny();
        return policy;
    }
}
