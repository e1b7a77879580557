package io.flowsweep.flow.card;

/** One thing on a card. Immutable. */
public sealed interface CardPart permits Markdown, Table, Image, Progress, Value, Chart, MetricChart {}
