package org.mizan.core.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that reads for a context, as an edge sees it.
 *
 * @param name its name
 * @param path whether it is part of the bundle, or a page of its own
 * @param route its own path, with {@code :name} for a parameter; {@code null} when it has none
 * @param methods the HTTP methods of its route, sorted, without the {@code HEAD} that {@code GET} brings
 * @param params the names of the parameters that it declares, sorted. A page may read more of its address
 */
public record FunctionEntry(
        String name, Path path, @Nullable String route, List<String> methods, List<String> params) {
    /** The ways to a function. */
    public enum Path {
        /** Through the context's endpoint. */
        RPC("rpc"),
        /** Through its route alone. */
        VIEW("view");

        private final String text;

        Path(String text) {
            this.text = text;
        }

        /** Its word in the manifest. */
        public String text() {
            return text;
        }
    }

    /** Copies the lists. */
    public FunctionEntry {
        methods = List.copyOf(methods);
        params = List.copyOf(params);
    }
}
