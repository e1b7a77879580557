package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForSelectorOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.flowsweep.sweep.page.PageResource;
import io.flowsweep.sweep.report.ReportHtml;
import io.flowsweep.testing.Conditions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page, in a browser, while a real sweep runs in another process. */
@Timeout(600)
class LivePageBrowserTest {

    private static TestBrowser browser;

    @TempDir
    Path folder;

    private GatedSweep sweep;

    @BeforeAll
    static void openBrowser() {
        browser = TestBrowser.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void write() throws IOException {
        sweep = new GatedSweep(folder);
    }

    @Test
    void showsASweepWhileItRunsAndEndsIt() throws IOException {
        CommandLineProcess driver = CommandLineProcess.start(folder, "run", "gated.conf", "--ui", "--port", "0");
        try (WatchedPage watched = browser.page()) {
            watched.page().navigate(PageAddress.of(driver));
            watched.awaitText("#state", "running");
            watched.awaitText("#progress", "0 of 12");
            watched.awaitText("#count", "No variant has ended yet.");

            watched.page().route("**/api/table?*", Route::abort, new Page.RouteOptions().setTimes(1));
            sweep.letGo(0);
            watched.await("points(1) === 2 && points(2) === 2");
            watched.awaitText("#count", "2 rows"); // though the answer that had them was lost
            sweep.letGo(1, 2, 3);
            watched.await("points(1) === 6 && points(2) === 6");
            watched.awaitText("#progress", "8 of 12");
            watched.awaitText("#failures", "three is <b>wrong</b>");
            watched.awaitText("#count", "8 rows");

            brushFiltersEverything(watched);
            hidesFailedSortsAndGroups(watched);
            panelTellsEverything(watched);
            strangersAreRefused(watched);

            panelKeepsTheFocus(watched);
            watched.page().click("#cancel");
            watched.page().click("#cancel");
            watched.awaitText("#state", "cancelled");
            assertThat(driver.result().exitCode()).isEqualTo(3);
            watched.awaitText("#notice", "flowsweep ui gated");

            assertThat(watched.page().title()).contains("gated");
            assertThat(watched.requestsElsewhere()).isEmpty();
            assertThat(watched.errors())
                    .allMatch(
                            error -> error.contains("ERR_"),
                            "only of the answer that was lost, and of the server that has gone");
        }
    }

    /** In the first chart, a drag around the points of 1 and 2. */
    private static void brushFiltersEverything(WatchedPage watched) {
        watched.drag(1, 0.4, 0.04, 0.96, 0.9);
        watched.page().waitForSelector("#conditions .chip");
        watched.await("points(2) === 4");
        watched.awaitText("#count", "4 of 8 rows");
        watched.page().waitForSelector("[data-chart='1'] .selection");
        watched.await("points(1) === 6"); // the chart itself goes on to show what lies outside

        String link = watched.page().url();
        watched.page().reload();
        watched.page().waitForSelector("#conditions .chip");
        watched.awaitText("#count", "4 of 8 rows");
        assertThat(watched.page().url()).isEqualTo(link);

        watched.page().click("#clear");
        watched.await("points(1) === 6 && points(2) === 6");
        watched.awaitText("#count", "8 rows");
    }

    private static void hidesFailedSortsAndGroups(WatchedPage watched) {
        watched.page().check("#hide-failed");
        watched.awaitText("#count", "6 of 8 rows");
        watched.page().uncheck("#hide-failed");
        watched.page().click("th:has-text('score') button");
        watched.page().click("th[aria-sort=ascending]:has-text('score') button");
        watched.page().waitForSelector("th[aria-sort=descending]:has-text('score')");
        watched.awaitText("tbody tr:first-child", "20");
        watched.page().selectOption("#without", "name");
        watched.awaitText("#count", "in 4 groups");
        watched.page().selectOption("#without", "");
        watched.awaitText("#count", "8 rows");
    }

    private static void panelTellsEverything(WatchedPage watched) {
        watched.page().click("tbody tr:has-text('failed') >> nth=0");
        watched.awaitText("#panel h2", "n=3");
        watched.awaitText("#error", "three is <b>wrong</b>");
        watched.awaitText("#panel .difference", "3");
        watched.awaitText("#log", "variant 3 waits");
        watched.awaitText("#command", "flowsweep run gated.conf --only ");
        watched.page().waitForSelector("#panel .curve canvas");
        watched.page().frameLocator("#panel iframe").getByText("a card of ").waitFor();
        watched.page().keyboard().press("Escape");
        watched.page().waitForSelector("#panel", new WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** In the panel of a variant that runs, while the variant goes on. */
    private void panelKeepsTheFocus(WatchedPage watched) throws IOException {
        watched.page().locator(".under-way button").first().click();
        watched.awaitText("#panel .state", "running");
        watched.page().focus("#panel .close");
        sweep.letGo(4);
        watched.awaitText("#panel .state", "succeeded");
        assertThat(watched.page().evaluate("() => document.activeElement.dataset.key"))
                .isEqualTo("close");
        watched.page().keyboard().press("Enter");
        watched.page().waitForSelector("#panel", new WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private static void strangersAreRefused(WatchedPage watched) {
        String base = watched.page().url().replaceFirst("(http://[^/]+/).*", "$1");
        assertThat(watched.context().request().get(base).status())
                .as("the browser itself")
                .isEqualTo(200);
        try (WatchedPage stranger = browser.page()) {
            APIResponse answer = stranger.context().request().get(base + "api/sweep");
            assertThat(answer.status()).as("without the cookie").isEqualTo(403);
        }
        for (String[] header : new String[][] {{"Host", "evil.example"}, {"Origin", "http://evil.example"}}) {
            APIResponse answer = watched.context()
                    .request()
                    .get(base + "api/sweep", RequestOptions.create().setHeader(header[0], header[1]));
            assertThat(answer.status()).as(header[0]).isEqualTo(403);
        }
    }

    @Test
    void showsAPastSweepAlsoOnAPhone() throws IOException, InterruptedException {
        sweep.letGo(IntStream.range(0, 6).toArray());
        assertThat(CommandLineProcess.run(folder, "run", "gated.conf").exitCode())
                .isEqualTo(1);
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        String port = Integer.toString(taken.getLocalPort());
        CommandLineProcess server = CommandLineProcess.start(folder, "ui", "gated", "--port", port);
        try (taken;
                WatchedPage watched = browser.page(390, 844)) {
            watched.page().navigate(PageAddress.of(server));
            assertThat(server.outSoFar()).contains("port " + port + " is in use, so the page is at ");
            watched.awaitText("#state", "completed");
            watched.awaitText("#count", "12 rows");
            watched.page().locator("[data-chart='1']").scrollIntoViewIfNeeded();
            watched.await("points(1) === 10");
            watched.await("document.documentElement.scrollWidth <= 390");
            assertThat(watched.page().isHidden("#cancel")).isTrue();

            watched.page().locator("tbody tr").first().click();
            watched.page().waitForSelector("#panel h2");
            watched.await("document.documentElement.scrollWidth <= 390");
            assertThat(watched.errors()).isEmpty();
        } finally {
            server.signal("TERM");
            server.awaitEnd();
        }
    }

    @Test
    void theReportOnDiskLoadsItselfAgain() throws IOException {
        CommandLineProcess driver = CommandLineProcess.start(folder, "run", "gated.conf");
        Path report = folder.resolve("results/gated/latest/report.html");
        sweep.letGo(0);
        Conditions.await("the report", () -> Files.exists(report));
        try (WatchedPage watched = browser.page()) {
            watched.page().navigate(report.toUri().toString());
            watched.awaitText("header", "running: 2 of 12 variants succeeded");

            sweep.letGo(1, 2, 3, 4, 5);
            watched.awaitText("header", "completed: 10 of 12 variants succeeded, 2 failed");

            assertThat(watched.errors()).isEmpty();
        }
        assertThat(driver.result().exitCode()).isEqualTo(1);
    }

    @Test
    void theReportSortsWhatIsNoNumberLast() {
        try (WatchedPage watched = browser.page()) {
            Page page = watched.page();
            page.setContent("""
                    <div id="results"></div>
                    <script type="application/json" id="rows">
                    {"columns":[{"label":"loss","number":true}],"rows":[[3],["NaN"],[1],[null],["Infinity"],["NaN"],[2]]}
                    </script>
                    """);
            page.addScriptTag(
                    new Page.AddScriptTagOptions().setContent(PageResource.read(ReportHtml.class, "report.js")));

            page.click("th button");
            assertThat(page.locator("tbody td").allTextContents())
                    .containsExactly("1", "2", "3", "Infinity", "NaN", "NaN", "");
            page.click("th button");
            assertThat(page.locator("tbody td").allTextContents())
                    .containsExactly("Infinity", "3", "2", "1", "NaN", "NaN", "");
        }
    }
}
