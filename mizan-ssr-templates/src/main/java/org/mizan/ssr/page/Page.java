package org.mizan.ssr.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.mizan.ssr.bridge.Rendered;

/**
 * A page.
 *
 * @param document its shell
 * @param files what the browser loads
 * @param json what it is rendered with
 * @param rendered what was rendered; empty when the browser has to
 * @param lang its language, unless the view says another one
 * @param nonce of the Content Security Policy
 */
public record Page(
        Document document,
        ClientFiles files,
        PageJson json,
        Optional<Rendered> rendered,
        String lang,
        Optional<String> nonce) {
    private static final int SHELL = 2048;
    private static final byte[] ROOT = "<div id=\"mizan-root\">".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "</div>".getBytes(StandardCharsets.US_ASCII);

    /** The page in UTF-8. */
    public byte[] bytes() {
        var html = rendered.map(Rendered::html).orElse(new byte[0]);
        var out = new ByteArrayOutputStream(
                SHELL + html.length + json.props().length() + json.contexts().length());
        var slots = document.slots();
        for (int i = 0; i < slots.size(); i++) {
            out.writeBytes(document.texts().get(i));
            fill(slots.get(i), html, out);
        }
        out.writeBytes(document.texts().get(slots.size()));
        return out.toByteArray();
    }

    private void fill(Document.Slot slot, byte[] html, ByteArrayOutputStream out) {
        int head = rendered.map(Rendered::head).orElse(0);
        var text = new StringBuilder();
        switch (slot) {
            case HEAD -> {
                out.write(html, 0, head);
                files.head(nonceAttribute(), text);
            }
            case ROOT -> {
                out.writeBytes(ROOT);
                out.write(html, head, html.length - head);
                out.writeBytes(END);
            }
            case SCRIPTS -> scripts(text);
            case LANG -> text.append(language());
            case ASSETS -> text.append(files.base());
            case NONCE -> text.append(nonceAttribute());
        }
        out.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void scripts(StringBuilder text) {
        text.append("<script id=\"mizan-ssr-data\"").append(nonceAttribute()).append('>');
        data(text);
        text.append("</script>");
        files.end(nonceAttribute(), text);
    }

    private void data(StringBuilder text) {
        text.append("window.__MIZAN_SSR_DATA__=");
        ScriptText.append(json.data(rendered.isPresent()), text);
    }

    /** The script with the data as a source of a Content Security Policy: {@code 'sha256-…'}. */
    public String hash() {
        var text = new StringBuilder();
        data(text);
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String language() {
        var said = rendered.map(Rendered::lang).orElse(lang);
        return Html.attribute(said == null ? lang : said);
    }

    private String nonceAttribute() {
        return nonce.map(value -> " nonce=\"" + Html.attribute(value) + "\"").orElse("");
    }
}
