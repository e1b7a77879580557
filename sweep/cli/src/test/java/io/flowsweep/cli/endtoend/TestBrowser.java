package io.flowsweep.cli.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium that is installed here, driven by Playwright with the Node that is installed here; nothing is downloaded. */
final class TestBrowser implements AutoCloseable {

    private static final List<String> CHROMIUMS = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    private TestBrowser(Path node, Path chromium) {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setTimeout(WatchedPage.LIMIT_MILLIS)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    /** Skips the test where there is no Chromium or no Node; CI fails when a test is skipped. */
    static TestBrowser open() {
        Optional<Path> chromium =
                CHROMIUMS.stream().flatMap(TestBrowser::installed).findFirst();
        Optional<Path> node = installed("node").findFirst();
        assumeTrue(chromium.isPresent(), "there is no Chromium: apt-get install chromium");
        assumeTrue(node.isPresent(), "there is no Node: apt-get install nodejs");
        return new TestBrowser(node.get(), chromium.get());
    }

    private static Stream<Path> installed(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable);
    }

    /** A page of a browser that knows nothing yet. */
    WatchedPage page() {
        return page(1300, 900);
    }

    WatchedPage page(int width, int height) {
        return new WatchedPage(browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
