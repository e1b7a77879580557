package io.flowsweep.sweep.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.sweep.events.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

    private static final String PAUSE = "{\"action\":\"PAUSE\"}";

    @TempDir
    Path folder;

    private PageStore store;
    private LivePage page;
    private PageVisitor stranger;

    @BeforeEach
    void open() {
        store = new PageStore(folder, Samples.started(2));
        page = LivePage.open(store.sweep(), 0);
        stranger = new PageVisitor(page.port());
    }

    @AfterEach
    void close() {
        page.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/main.js",
                "/api/sweep",
                "/api/events",
                "/api/variant?variant=0&repeat=0",
                "/?token=guessed"
            })
    void refusesWhoHasNoCookie(String path) {
        assertThat(stranger.get(path).status()).isEqualTo(403);
        assertThat(stranger.with("Cookie", "flowsweep-" + page.port() + "=guessed")
                        .get(path)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void exchangesATokenOnceForACookieThatScriptsAndOtherSitesCannotUse() {
        String url = PageVisitor.path(page.url());

        PageVisitor.Response first = stranger.get(url);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.headers().get("set-cookie"))
                .startsWith("flowsweep-" + page.port() + "=")
                .endsWith("; HttpOnly; SameSite=Strict; Path=/");
        assertThat(stranger.get(url).status()).isEqualTo(403);
        assertThat(stranger.get(url).body()).contains("This address has been used");
    }

    @Test
    void letsTheSameBrowserUseItsAddressAgain() {
        String url = PageVisitor.path(page.url());
        String cookie = stranger.get(url).headers().get("set-cookie");
        PageVisitor known = stranger.with("Cookie", "other=1; " + cookie.substring(0, cookie.indexOf(';')));

        assertThat(known.get(url).status()).isEqualTo(200);
        assertThat(known.get("/").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example", "[::1"})
    void refusesForeignHosts(String host) {
        assertThat(PageVisitor.admitted(page).with("Host", host).get("/").status())
                .isEqualTo(403);
    }

    @Test
    void knowsTheNamesOfThisMachine() {
        PageVisitor known = PageVisitor.admitted(page);

        assertThat(known.with("Host", "localhost:" + page.port()).get("/").status())
                .isEqualTo(200);
        assertThat(known.with("Host", "[::1]:" + page.port()).get("/").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1"})
    void refusesForeignOrigins(String origin) {
        PageVisitor foreign = PageVisitor.admitted(page).with("Origin", origin);

        assertThat(foreign.get("/api/sweep").status()).isEqualTo(403);
        assertThat(foreign.post("/api/control", PAUSE).status()).isEqualTo(403);
    }

    @Test
    void takesOrdersOnlyFromThePageItself() {
        PageVisitor known = PageVisitor.admitted(page);

        assertThat(known.post("/api/control", PAUSE).status()).as("no origin").isEqualTo(403);
        PageVisitor.Response own =
                known.with("Origin", "http://127.0.0.1:" + page.port()).post("/api/control", PAUSE);
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.body()).contains("No driver of this sweep is at work");
        assertThat(known.get("/api/control").status()).as("an order by GET").isEqualTo(405);
    }

    @Test
    void allowsNoForeignSourceAndNoForeignFrame() {
        PageVisitor.Response front = PageVisitor.admitted(page).get("/");

        assertThat(front.headers().get("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http");
        assertThat(front.headers()).containsEntry("x-content-type-options", "nosniff");
        assertThat(front.headers()).containsEntry("referrer-policy", "no-referrer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../live.css",
                "/LivePage.class",
                "/package-info.class",
                "/nothing.js",
                "//etc/passwd.js",
                "/api/nothing"
            })
    void servesNothingButItsFiles(String path) {
        assertThat(PageVisitor.admitted(page).get(path).status()).isEqualTo(404);
    }
}
