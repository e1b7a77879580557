package io.flowsweep.runner;

import io.flowsweep.codec.Json;
import io.flowsweep.codec.Sha256;
import io.flowsweep.codec.ValueCodec;
import io.flowsweep.events.RunSettings;
import io.flowsweep.flow.TriggeredBy;
import io.flowsweep.plan.FileParameters;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.source.FlowSources;
import io.flowsweep.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link Runner} was told, resolved and as plain data: all that is needed to start runs of it at any time, in any
 * process that sees the store, without the flow's source. Its code and libraries are blobs of the store.
 *
 * @param plan everything but parameters that are given when a run is started
 * @param tags of each run
 * @param executor by name
 * @param timeout of each run
 * @param exclusive whether a run is to be alone on the machine
 * @param oversubscribe whether a run that asks for more than the machine has is carried out all the same
 */
public record RunTemplate(
        FlowPlan plan,
        List<String> tags,
        RunSettings settings,
        String executor,
        Optional<Duration> timeout,
        boolean exclusive,
        boolean oversubscribe) {

    public RunTemplate {
        tags = List.copyOf(tags);
    }

    static RunTemplate of(FlowPlan plan, List<String> tags, RunSettings settings, RunConditions conditions) {
        return new RunTemplate(
                plan,
                tags,
                settings,
                conditions.executorName(),
                conditions.timeout(),
                conditions.exclusive(),
                conditions.oversubscribe());
    }

    RunConditions conditions() {
        return new RunConditions(executor, timeout, exclusive, oversubscribe);
    }

    /**
     * Checks values for parameters of a run.
     *
     * @param store that holds the code
     * @param parameters by name: plain values, text, values of the parameters' own types
     * @return plain, by name; the content of files is kept in the store
     * @throws io.flowsweep.errors.InvalidInputException when one does not fit, or a required one is given neither here nor by
     *     the template
     */
    public Map<String, Object> bind(Store store, Map<String, ?> parameters) {
        if (plan.command().isPresent()) {
            return given(FlowSources.bind(plan, parameters, store), store);
        }
        boolean complete = plan.parameters().stream().allMatch(p -> p.value().isPresent());
        return parameters.isEmpty() && complete
                ? Map.of()
                : TemplateCode.of(plan, store).bind(plan, parameters, store);
    }

    /** The values that a plan has and this one has not. */
    private Map<String, Object> given(FlowPlan bound, Store store) {
        Map<String, Object> values = new LinkedHashMap<>();
        FileParameters.captured(bound, store::putBlob).parameters().stream()
                .filter(p -> !plan.parameters().contains(p))
                .forEach(p -> values.put(p.name(), p.value().orElse(null)));
        return values;
    }

    /**
     * The plan of one run.
     *
     * @param parameters as {@link #bind} has given them
     */
    FlowPlan plan(Store store, Map<String, Object> parameters) {
        return plan.command().isPresent()
                ? FlowSources.bind(plan, parameters, store)
                : plan.withParameterValues(parameters);
    }

    /** The same for a run that was started for a reason. */
    public RunTemplate triggeredBy(TriggeredBy cause) {
        return new RunTemplate(plan, tags, settings.withTrigger(cause), executor, timeout, exclusive, oversubscribe);
    }

    /** Equal digests mean that the same is run in the same way: 64 hexadecimal digits. */
    public String digest() {
        return Sha256.of(Json.write(ValueCodec.encode(RunTemplate.class, this)).getBytes(StandardCharsets.UTF_8));
    }

    /** An id for a run that is to be started: unique, and sortable by the time of this call. */
    public static String newRunId() {
        return RunIds.next();
    }
}
