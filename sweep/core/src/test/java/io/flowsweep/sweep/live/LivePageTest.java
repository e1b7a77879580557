package io.flowsweep.sweep.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowsweep.errors.InvalidInputException;
import io.flowsweep.events.RunState;
import io.flowsweep.sweep.events.Samples;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page is told; how it looks is seen in a browser. */
class LivePageTest {

    private static final View ALL = new View(List.of(), "", false, Optional.empty(), Optional.empty(), 100);
    private static final String EVIL = "<script>alert(1)</script>";

    @TempDir
    Path folder;

    private PageStore store;
    private LivePage page;
    private PageVisitor visitor;

    @BeforeEach
    void open() {
        store = new PageStore(folder, Samples.started(4));
        for (int i = 0; i < 3; i++) {
            store.add(Samples.started(i, (long) i + 1, i == 1 ? EVIL : "streams"));
        }
        store.add(
                Samples.succeeded(0, 40), Samples.succeeded(1, 90.5), Samples.ended(2, RunState.FAILED, "no " + EVIL));
        page = LivePage.open(store.sweep(), 0);
        visitor = PageVisitor.admitted(page);
    }

    @AfterEach
    void close() {
        page.close();
        store.close();
    }

    private List<?> rows(View view) {
        return (List<?>) visitor.view(view).json().get("rows");
    }

    private static View with(RowFilter... conditions) {
        return new View(List.of(conditions), "", false, Optional.empty(), Optional.empty(), 100);
    }

    @Test
    void sendsRowsAsTextsWithTheirVariants() {
        Map<String, Object> table = visitor.view(ALL).json();

        assertThat((List<?>) table.get("rows")).hasSize(3);
        assertThat(((List<?>) ((List<?>) table.get("rows")).get(0)).subList(0, 3))
                .isEqualTo(List.of("0", "1", "streams"));
        assertThat(table.get("keys")).isEqualTo(List.of(List.of(0L, 0L), List.of(1L, 0L), List.of(2L, 0L)));
        assertThat(table).containsEntry("all", 3L).containsEntry("found", 3L);
    }

    @Test
    void filtersBySortsByAndGroupsByWhatTheViewSays() {
        assertThat(rows(with(RowFilter.range("perf", 50, 100, 0)))).hasSize(1);
        assertThat(rows(with(RowFilter.oneOf(List.of("backend"), List.of("streams"), 0))))
                .hasSize(2);
        assertThat(rows(with(RowFilter.oneOf(List.of("cpu", "backend"), List.of("1 · streams"), 0))))
                .hasSize(1);
        assertThat(rows(new View(List.of(), "STREAMS succ", false, Optional.empty(), Optional.empty(), 100)))
                .hasSize(1);
        assertThat(rows(new View(List.of(), "", true, Optional.empty(), Optional.empty(), 100)))
                .hasSize(2);
        assertThat(rows(new View(List.of(), "", false, Optional.empty(), Optional.of("-perf"), 1)))
                .first()
                .asString()
                .startsWith("[1, ");
        List<?> groups = rows(new View(List.of(), "", false, Optional.of("cpu"), Optional.of("mean perf"), 100));
        assertThat(groups).hasSize(2).first().asString().contains("streams, 2, 40");
    }

    @Test
    void drawsChartsOfWhatTheViewAdmitsButForTheirOwnRectangles() {
        String own = visitor.get(
                        "/api/chart?n=1&" + PageVisitor.parameter("view", with(RowFilter.range("cpu", 1, 1, 1))))
                .body();
        String others = visitor.get(
                        "/api/chart?n=1&" + PageVisitor.parameter("view", with(RowFilter.range("cpu", 1, 1, 2))))
                .body();

        assertThat(own).contains("\"y\":40", "\"y\":90.5");
        assertThat(others).contains("\"y\":40").doesNotContain("\"y\":90.5");
        assertThat(visitor.get("/api/chart?n=1&" + PageVisitor.parameter("view", with(RowFilter.range("cpu", 7, 8, 2))))
                        .body())
                .contains("the filters leave no row for this chart");
    }

    @Test
    void saysWhatFailedInPlaceOfAChartWithoutAValue(@TempDir Path other) {
        try (PageStore failed = new PageStore(other, Samples.started(1))) {
            failed.add(Samples.started(0, 1L, "a"), Samples.ended(0, RunState.FAILED, "no " + EVIL));
            try (LivePage page = LivePage.open(failed.sweep(), 0)) {
                PageVisitor visitor = PageVisitor.admitted(page);
                String chart = "/api/chart?n=1&";

                assertThat(visitor.get(chart + PageVisitor.parameter("view", ALL))
                                .json())
                        .containsEntry("leftOut", "no variant has succeeded (1 failed: no " + EVIL + ")")
                        .doesNotContainKey("model");
                View filtered = with(RowFilter.range("cpu", 7, 8, 2));
                assertThat(visitor.get(chart + PageVisitor.parameter("view", filtered))
                                .json())
                        .containsKey("model");
            }
        }
    }

    /** A browser whose table or chart is older than that asks again, whatever has become of an earlier answer. */
    @Test
    void saysOfWhichVersionOfTheRowsAnAnswerIs() throws IOException {
        try (PageStream stream = new PageStream(visitor, page.port())) {
            Object rows = stream.next().get("rows");

            assertThat(visitor.view(ALL).json()).containsEntry("version", rows);
            assertThat(visitor.get("/api/chart?n=1&" + PageVisitor.parameter("view", ALL))
                            .json())
                    .containsEntry("version", rows);
        }
    }

    @Test
    void readsARectangleOfAChartAsConditions() {
        Brush brush = new Brush(0, 0.5, 1.5, -10, 1000);

        Map<String, Object> json = visitor.get("/api/brush?n=1&" + PageVisitor.parameter("view", ALL) + "&"
                        + PageVisitor.parameter("brush", brush))
                .json();

        assertThat(json.get("conditions")).asString().contains("columns=[cpu]", "low=0.5", "high=1.5", "chart=1");
    }

    @Test
    void tellsEverythingAboutAVariant() {
        Map<String, Object> found =
                visitor.get("/api/variant?variant=2&repeat=0").json();

        assertThat(found).containsEntry("state", "failed").containsEntry("failure", "no " + EVIL);
        assertThat(found.get("command")).asString().isEqualTo("flowsweep resume matmul-0a1b2c3d --only 2");
        assertThat(visitor.get("/api/variant?variant=3&repeat=0").status()).isEqualTo(404);
    }

    @Test
    void answersBadQuestionsWithAReason() {
        assertThat(visitor.get("/api/variant?variant=x&repeat=0").body())
                .contains("variant must be a number, but got \"x\"");
        assertThat(visitor.get("/api/chart?n=99").status()).isEqualTo(404);
        assertThat(visitor.get("/api/chart?n=1&view=no").status()).isEqualTo(400);
        PageVisitor.Response unknown = visitor.view(with(RowFilter.range("perv", 0, 1, 0)));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body()).contains("Did you mean \"perf\"?");
    }

    @Test
    void tellsHowTheSweepStandsWheneverThatChanges() throws IOException {
        try (PageStream stream = new PageStream(visitor, page.port())) {
            assertThat(stream.next()).containsEntry("done", 3L).containsEntry("state", "lost");

            store.add(Samples.started(3, 4L, "arrays"), Samples.succeeded(3, 50));

            Map<String, Object> progress = stream.next();
            while (!progress.get("done").equals(4L)) {
                progress = stream.next();
            }
            assertThat(progress).containsEntry("failed", 1L);
        }
        assertThat(rows(ALL)).hasSize(4);
    }

    @Test
    void takesTheNextPortWhenOneIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LivePage other = LivePage.open(store.sweep(), taken.getLocalPort())) {
            assertThat(other.port()).isGreaterThan(taken.getLocalPort());
        }
    }

    @Test
    void refusesPortsWhenNoneIsFree() throws IOException {
        int highest = 65_535;
        try (ServerSocket last = new ServerSocket()) {
            try {
                last.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), highest));
            } catch (BindException e) {
                // somebody else has it
            }
            assertThatThrownBy(() -> LivePage.open(store.sweep(), highest))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("no port from 65535 on is free");
        }
    }

    @Test
    void letsNoRequestInAfterItsEnd() {
        page.close();

        assertThatThrownBy(() -> visitor.get("/")).hasMessageContaining("refused");
    }
}
