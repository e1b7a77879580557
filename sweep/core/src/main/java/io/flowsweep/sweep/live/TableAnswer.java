package io.flowsweep.sweep.live;

import io.flowsweep.codec.Json;
import io.flowsweep.plots.Column;
import io.flowsweep.plots.Table;
import io.flowsweep.plots.UnknownColumnException;
import io.flowsweep.sweep.page.CellTexts;
import io.flowsweep.sweep.results.ResultColumns;
import io.flowsweep.sweep.results.TableQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows that a view shows, as texts, and how many there are. */
final class TableAnswer implements Answer {

    private static final int MOST_ROWS = 2_000;

    private final LiveSweep sweep;

    TableAnswer(LiveSweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public void to(Question question, Reply reply) throws IOException {
        View view = question.object("view", View.class);
        try {
            reply.json(Json.write(answer(view)));
        } catch (UnknownColumnException e) {
            throw new BadQuestionException(e.getMessage());
        }
    }

    private Map<String, Object> answer(View view) {
        long version = sweep.rowsVersion(); // asked first, so that it is never more than what is shown
        Table all = sweep.table();
        Table found = sweep.rows(view);
        Table shown = view.without().map(column -> grouped(found, column)).orElse(found);
        Table sorted = view.sort()
                .filter(sort -> has(shown, sort))
                .map(sort -> sorted(shown, sort))
                .orElse(shown);
        int rows = Math.min(Math.min(view.rows(), MOST_ROWS), sorted.rowCount());
        List<List<String>> columns = new ArrayList<>();
        List<Object> heads = new ArrayList<>();
        for (Column column : sorted.columns()) {
            columns.add(CellTexts.of(sorted, column, rows));
            heads.add(head(column));
        }
        List<Object> cells = new ArrayList<>();
        List<Object> keys = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int at = row;
            cells.add(columns.stream().<Object>map(texts -> texts.get(at)).toList());
            keys.add(List.of(whole(sorted, row, ResultColumns.INDEX), whole(sorted, row, ResultColumns.REPEAT)));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", version);
        json.put("columns", heads);
        json.put("rows", cells);
        json.put("keys", keys);
        json.put("shown", (long) sorted.rowCount());
        json.put("found", (long) found.rowCount());
        json.put("all", (long) all.rowCount());
        return json;
    }

    private Table grouped(Table table, String without) {
        SweepColumns columns = new SweepColumns(sweep.recorded().start());
        return new Groups(table, columns.axes(), columns.metrics(table), without).table();
    }

    /** Groups have other columns than rows: a sort by one that is not there is none. */
    private static boolean has(Table table, String sort) {
        return table.columns().stream()
                .anyMatch(column -> sort.equals(column.name()) || sort.equals("-" + column.name()));
    }

    private static Table sorted(Table table, String sort) {
        return new TableQuery(Optional.empty(), Optional.of(sort), List.of()).apply(table);
    }

    private static Map<String, Object> head(Column column) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("name", column.name());
        head.put("label", column.label());
        head.put("number", column.kind() == Column.Kind.NUMBER);
        return head;
    }

    private static long whole(Table table, int row, String column) {
        boolean there = table.columns().stream().anyMatch(c -> c.name().equals(column));
        return there && table.get(row, column) instanceof Double number ? number.longValue() : 0;
    }
}
