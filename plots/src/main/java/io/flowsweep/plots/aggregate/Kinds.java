package io.flowsweep.plots.aggregate;

/** Finds what gathers the rows of a kind of chart. */
final class Kinds {

    private Kinds() {}

    static Kind of(Input input) {
        return switch (input.spec().type()) {
            case LINE -> new LineKind(input);
            case SCATTER -> new ScatterKind(input);
            case BAR -> new BarKind(input);
            case BOX -> new BoxKind(input);
            case HISTOGRAM -> new HistogramKind(input);
            case HEATMAP -> new HeatmapKind(input);
            case CONTOUR -> new ContourKind(input);
            case PARALLEL -> new ParallelKind(input);
            case SLICE -> new SliceKind(input);
            case SPEEDUP -> new SpeedupKind(input);
            case PARETO -> new ParetoKind(input);
            case HISTORY -> new HistoryKind(input);
            case CURVES -> new CurvesKind(input);
            case TIMELINE -> new TimelineKind(input);
            case STATES -> new StatesKind(input);
            case DIFFERENCE -> new DifferenceKind(input);
            case IMPORTANCE -> new ImportanceKind(input);
        };
    }
}
