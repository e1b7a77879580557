package io.flowsweep.sweep.engine;

import io.flowsweep.codec.Secrets;
import io.flowsweep.sweep.engine.run.VariantIdentities;
import io.flowsweep.sweep.engine.trial.VariantFacts;
import io.flowsweep.sweep.events.ValueColumn;
import io.flowsweep.sweep.variant.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes on record of the variants of a sweep.
 *
 * @param details columns that are there for the charts' sake
 */
record RecordedFacts(VariantIdentities identities, List<ValueColumn> details) implements VariantFacts {

    @Override
    public String identity(Variant variant) {
        return identities.of(variant);
    }

    @Override
    public Map<String, Object> values(Variant variant) {
        Map<String, Object> values = new LinkedHashMap<>(variant.point());
        details.forEach(detail -> values.put(detail.path(), ChartRequests.value(variant, detail.path())));
        return Secrets.maskedUrls(values);
    }
}
