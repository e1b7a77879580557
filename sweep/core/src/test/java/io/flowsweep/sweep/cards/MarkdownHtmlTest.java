package io.flowsweep.sweep.cards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownHtmlTest {

    @Test
    void showsTextWithItsMarkup() {
        assertThat(MarkdownHtml.html("# A *b*\n\n- `c`\n"))
                .isEqualTo("<h1>A <em>b</em></h1>\n<ul>\n<li><code>c</code></li>\n</ul>\n");
    }

    @Test
    void showsTables() {
        assertThat(MarkdownHtml.html("| a | b |\n|---|--:|\n| 1 | 2 |\n"))
                .contains("<th>a</th>", "<td align=\"right\">2</td>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <img src=x onerror=alert(1)> b",
                "<div\nonclick='x'>",
                "<!-- --><svg onload=alert(1)>",
                "```\n</code></pre><script>\n```",
                "`<b>`",
                "| a |\n|---|\n| <iframe> |",
                "[a](http://b \"<script>\")",
                "![<script>](http://b)"
            })
    void letsNoTagOfItsOwnThrough(String markdown) {
        assertThat(MarkdownHtml.html(markdown)).doesNotContainPattern("(?i)<(script|img src=x|div|svg|iframe|b>)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "java&#115;cript:alert(1)",
                "&#106;avascript:alert(1)",
                "<java\tscript:alert(1)>",
                "vbscript:x",
                "data:text/html,<script>",
                "data:image/svg+xml,<svg/onload=1>",
                "file:///etc/passwd",
                "//example.org/x",
                "x.html"
            })
    void leadsNowhereButToTheWebAndToMail(String address) {
        assertThat(MarkdownHtml.html("[a](" + address + ")"))
                .doesNotContainPattern("(?i)href=\"[^\"]*(script|data:|file:|//|html)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a.b/c?d=e", "https://a.b", "HTTPS://a.b", "mailto:a@b.c", "#part"})
    void keepsLinksThatAreHarmless(String address) {
        assertThat(MarkdownHtml.html("[a](" + address + ")")).contains("href=\"" + address + "\"");
    }

    @Test
    void keepsImagesThatStandInTheText() {
        assertThat(MarkdownHtml.html("![a](data:image/png;base64,AA==)"))
                .contains("src=\"data:image/png;base64,AA==\"");
        assertThat(MarkdownHtml.html("![a](data:text/html;base64,AA==)")).doesNotContain("text/html");
    }
}
