package io.flowsweep.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the picture of the page that README.md shows, into target/gallery, while sweeps/digits.conf runs. Not part of a build. */
class PageCapture {

    private static final Path SWEEP =
            Path.of("../../sweeps/digits.conf").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void ofARunningSweep() throws IOException {
        Files.createDirectories(Path.of("target/gallery"));
        CommandLineProcess sweep = CommandLineProcess.start(
                folder, "run", SWEEP.toString(), "--ui", "--port", "0", "--store", folder.toString());
        try (TestBrowser browser = TestBrowser.open();
                WatchedPage watched = browser.page(1180, 880)) {
            watched.page().navigate(PageAddress.of(sweep));
            watched.page()
                    .waitForFunction(
                            "() => /^(2[4-9]|3\\d) of 36/.test(document.querySelector('[data-title=done] .amount')?.textContent)");
            watched.await("points(1) > 10");
            watched.page().waitForTimeout(500);
            watched.page().screenshot(new ScreenshotOptions().setPath(Path.of("target/gallery/page.png")));
        }
        assertThat(sweep.result().exitCode()).isZero();
    }
}
