package io.flowsweep.sweep.cards;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/** Markdown as HTML that does nothing but show it: raw HTML is escaped, and an address that is not harmless is left out. */
final class MarkdownHtml {

    private static final Pattern LINK = Pattern.compile("(?i)(https?:|mailto:|#).*", Pattern.DOTALL);
    private static final Pattern IMAGE =
            Pattern.compile("(?i)(https?:|data:image/(png|jpeg|gif|webp|svg\\+xml)[;,]).*", Pattern.DOTALL);

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new HarmlessUrls())
            .build();

    private MarkdownHtml() {}

    static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }

    private static final class HarmlessUrls implements UrlSanitizer {

        @Override
        public String sanitizeLinkUrl(String url) {
            return LINK.matcher(url).matches() ? url : "";
        }

        @Override
        public String sanitizeImageUrl(String url) {
            return IMAGE.matcher(url).matches() ? url : "";
        }
    }
}
