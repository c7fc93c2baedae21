package org.mizan.ssr.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mizan.core.json.CanonicalJson;
import org.mizan.spi.PageData;

/**
 * What a view renders with, each part as JSON: sent to the worker, and written into the page for the browser.
 *
 * @param view the view's name
 * @param props its props, an object
 * @param contexts the bundles, an object of lists by the contexts' names
 * @param environment what must be the same on both sides, an object
 */
public record PageJson(String view, String props, String contexts, String environment) {

    /** The {@code contexts} of some bundles. */
    public static String contexts(List<PageData.Bundle> bundles) {
        Map<String, StringBuilder> byName = new TreeMap<>();
        for (var bundle : bundles) {
            var entries = byName.computeIfAbsent(bundle.context(), name -> new StringBuilder());
            entries.append(entries.isEmpty() ? "{\"data\":" : ",{\"data\":")
                    .append(bundle.data())
                    .append(",\"params\":")
                    .append(bundle.params())
                    .append('}');
        }
        var out = new StringBuilder();
        byName.forEach((name, entries) -> out.append(out.isEmpty() ? "{\"" : ",\"")
                .append(name)
                .append("\":[")
                .append(entries)
                .append(']'));
        return out.isEmpty() ? "{}" : out.append('}').toString();
    }

    /** The {@code params} of a frame to a worker. */
    public String frame(Path file) {
        var out = new StringBuilder(props.length() + contexts.length() + environment.length() + 256);
        out.append("{\"contexts\":")
                .append(contexts)
                .append(",\"environment\":")
                .append(environment);
        out.append(",\"file\":");
        CanonicalJson.string(file.toString(), out);
        return out.append(",\"props\":")
                .append(props)
                .append(",\"view\":")
                .append(name())
                .append('}')
                .toString();
    }

    /**
     * The value of {@code __MIZAN_SSR_DATA__}, not yet escaped.
     *
     * @param rendered whether the page has been rendered, so that the browser hydrates it
     */
    String data(boolean rendered) {
        return "{\"contexts\":" + contexts + ",\"environment\":" + environment + ",\"props\":" + props
                + (rendered ? "" : ",\"rendered\":false") + ",\"view\":" + name() + "}";
    }

    private String name() {
        var out = new StringBuilder();
        CanonicalJson.string(view, out);
        return out.toString();
    }
}
