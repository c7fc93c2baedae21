package org.mizan.ssr.page;

import java.nio.charset.StandardCharsets;
import org.mizan.ssr.bridge.RenderException;

/** What is shown in the place of a page that could not be rendered. */
public final class FailurePage {
    private FailurePage() {}

    /** In development: what was thrown, and where. */
    public static byte[] explaining(String view, Exception failure) {
        var place = failure instanceof RenderException.Component component ? component.place() : null;
        var text = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(Html.attribute(view))
                .append(" failed</title></head><body style=\"font:16px/1.5 system-ui,sans-serif;margin:3rem\"><h1>")
                .append(Html.attribute(view))
                .append(" could not be rendered</h1><p style=\"white-space:pre-wrap\">")
                .append(Html.attribute(String.valueOf(failure.getMessage())))
                .append("</p>");
        if (place != null) {
            place.file().ifPresent(file -> text.append("<p><code>")
                    .append(Html.attribute(file))
                    .append(':')
                    .append(place.line())
                    .append(':')
                    .append(place.column())
                    .append("</code></p>"));
            text.append("<pre>").append(Html.attribute(place.stack())).append("</pre>");
        }
        return text.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** In production: nothing about the inside. */
    public static byte[] plain(String title) {
        var escaped = Html.attribute(title);
        return ("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped
                        + "</title></head><body><h1>" + escaped + "</h1></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
