package io.flowsweep.source;

import io.flowsweep.client.Run;
import io.flowsweep.events.RunSettings.Origin;
import io.flowsweep.plan.Decospec;
import io.flowsweep.plan.DependencyPlan;
import io.flowsweep.plan.FlowMutator;
import io.flowsweep.plan.FlowPlan;
import io.flowsweep.store.Store;
import java.util.List;
import java.util.Optional;

/**
 * A flow, however it is written.
 *
 * <p><b>Obligations.</b> A plan is a function of the request and of the code as it was when this source first looked at it: what it
 * has read it does not read again, so all variants of a sweep run the same code even if its files change meanwhile. Equal
 * {@link FlowPlan#digest()}s mean equal code and equal inputs, whatever a run is given. Whatever can be found wrong before a
 * process is started is found by {@link #plan}.
 *
 * <p><b>Thread safety.</b> All methods may be called from any thread at any time.
 *
 * <p><b>Failures</b> are {@link io.flowsweep.errors.InvalidInputException}s with all that is wrong.
 */
public interface FlowSource {

    /** The flow's name, under which its runs are on record. */
    String flow(SourceRequest request);

    /** The names of its configs; a source that takes whatever it is given says {@code config}. */
    List<String> configNames(SourceRequest request);

    /** What a run of this request will do. */
    FlowPlan plan(SourceRequest request);

    /** What runs of this request will do whose parameters may be given later, required ones too; by default {@link #plan}. */
    default FlowPlan openPlan(SourceRequest request) {
        return plan(request);
    }

    /**
     * The same plan that refers to nothing outside the store, so that nothing which happens there later changes its runs, with what
     * {@link FlowSourceProvider#bind} needs; by default itself.
     *
     * @param plan complete
     * @throws io.flowsweep.errors.InvalidInputException when its code cannot be kept
     */
    default FlowPlan kept(FlowPlan plan, Store store) {
        return plan;
    }

    /**
     * What a run will do that resumes another. It has the configs and parameters of that one, which are not in the request.
     *
     * @param origin has ended; its plan is that of an earlier {@link #plan}
     * @param from how it is to be resumed
     */
    FlowPlan resume(Run origin, Origin from, SourceRequest request);

    /**
     * What a decorator from outside does to a plan; by default what {@link Decospec} says.
     *
     * @throws io.flowsweep.errors.InvalidInputException when there is no such decorator
     */
    default FlowMutator decorator(String decospec) {
        return Decospec.parse(decospec);
    }

    /** The plan that is carried out, once all that was asked for from outside has changed it; by default itself. */
    default FlowPlan complete(FlowPlan plan, SourceRequest request) {
        return plan;
    }

    /** Whether it asks for libraries from Maven repositories. */
    default boolean asksForLibraries(SourceRequest request) {
        return false;
    }

    /** The sets of libraries that a run asks for, unresolved. */
    default List<DependencyPlan> libraries(SourceRequest request) {
        return List.of();
    }

    /** One of these sets, resolved. */
    default DependencyPlan resolve(DependencyPlan libraries, SourceRequest request) {
        return libraries;
    }

    /**
     * Keeps code that the file by which it is called does not hold, so that a sweep can be resumed with it.
     *
     * @return the address of a blob, of which {@code Runner.ofCopy} makes the same source; empty when the file is all
     */
    default Optional<String> keep(SourceRequest request) {
        return Optional.empty();
    }

    /** What messages call it. */
    @Override
    String toString();
}
