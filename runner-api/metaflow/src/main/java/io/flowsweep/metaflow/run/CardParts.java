package io.flowsweep.metaflow.run;

import io.flowsweep.flow.card.CardPart;
import io.flowsweep.flow.card.Image;
import io.flowsweep.flow.card.Markdown;
import io.flowsweep.flow.card.Progress;
import io.flowsweep.flow.card.Value;
import io.flowsweep.metaflow.datastore.MetaflowCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is on a card of Metaflow, as parts of a card of ours. What has no such form (the graph of a flow, HTML, a chart that is more
 * than lines or bars) is left to Metaflow's own page, which the last part names.
 */
final class CardParts {

    private final List<CardPart> parts = new ArrayList<>();

    private CardParts() {}

    /** In the order of the page. */
    static List<CardPart> of(MetaflowCard card) {
        CardParts parts = new CardParts();
        parts.addAll(card.components());
        parts.addText("Metaflow's page: `" + card.html() + "`");
        return List.copyOf(parts.parts);
    }

    private void addAll(List<?> components) {
        for (Object component : components) {
            if (component instanceof Map<?, ?> map) {
                try {
                    add(map);
                } catch (IllegalArgumentException e) {
                    addText("*Something that only Metaflow's page shows: " + map.get("type") + "*");
                }
            }
        }
    }

    private void add(Map<?, ?> component) {
        switch (String.valueOf(component.get("type"))) {
            case "page", "section" -> addSection(component);
            case "title" -> addText("# " + component.get("text"));
            case "subtitle", "text" -> text(component, "text").ifPresent(this::addText);
            case "markdown" -> text(component, "source").ifPresent(this::addText);
            case "log", "pythonCode", "yamlCode" -> text(component, "data").ifPresent(this::addCode);
            case "table" -> addTable(component);
            case "artifacts" -> parts.add(CardTables.ofArtifacts(list(component, "data")));
            case "image" -> addImage(component);
            case "progressBar" -> addProgress(component);
            case "valueBox" ->
                parts.add(new Value(
                        text(component, "title").orElse("value"),
                        component.get("value"),
                        Optional.empty(),
                        text(component, "subtitle")));
            case "vegaChart" -> parts.add(CardCharts.ofVega(component.get("spec")));
            default -> {
                return; // the page has it
            }
        }
    }

    /** Without its title when there is nothing below it. */
    private void addSection(Map<?, ?> component) {
        int before = parts.size();
        text(component, "title").ifPresent(title -> addText("## " + title));
        text(component, "subtitle").ifPresent(this::addText);
        int titles = parts.size();
        addAll(list(component, "contents"));
        if (parts.size() == titles) {
            parts.subList(before, titles).clear();
        }
    }

    private void addText(String markdown) {
        parts.add(Markdown.of(markdown.strip()));
    }

    private void addCode(String code) {
        addText("```\n" + code.stripTrailing() + "\n```");
    }

    /** A table of one cell is how a page shows code, for instance. */
    private void addTable(Map<?, ?> component) {
        List<?> rows = list(component, "data");
        if (rows.size() == 1
                && rows.get(0) instanceof List<?> cells
                && cells.size() == 1
                && cells.get(0) instanceof Map) {
            addAll(cells);
        } else if (!rows.isEmpty()) {
            boolean vertical = Boolean.TRUE.equals(component.get("vertical"));
            parts.add(CardTables.of(list(component, "columns"), rows, vertical));
        }
    }

    private void addImage(Map<?, ?> component) {
        String source = text(component, "src").orElse("");
        int comma = source.indexOf(',');
        if (!source.startsWith("data:") || comma < 0) {
            throw new IllegalArgumentException("not a picture by itself");
        }
        String type = source.substring("data:".length(), comma).replace(";base64", "");
        String base64 = source.substring(comma + 1).replaceAll("\\s", "");
        parts.add(new Image(type, base64, text(component, "label")));
    }

    private void addProgress(Map<?, ?> component) {
        double done = ((Number) component.get("value")).doubleValue();
        Optional<String> label = text(component, "label");
        Optional<String> unit = text(component, "unit");
        parts.add(
                component.get("max") instanceof Number total
                        ? new Progress(done, total.doubleValue(), label, unit)
                        : new Value(
                                label.orElse("progress"), component.get("value"), unit, text(component, "details")));
    }

    static Optional<String> text(Map<?, ?> component, String key) {
        return Optional.ofNullable(component.get(key)).map(String::valueOf).filter(text -> !text.isBlank());
    }

    static List<?> list(Map<?, ?> component, String key) {
        return component.get(key) instanceof List<?> list ? list : List.of();
    }
}
