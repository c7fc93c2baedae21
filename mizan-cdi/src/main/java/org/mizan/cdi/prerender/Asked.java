package org.mizan.cdi.prerender;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mizan.core.schema.FunctionModel;

/**
 * A request for a page that may be kept.
 *
 * @param view the function that most likely renders it; what ran is compared before the page is kept
 * @param params the text of every parameter of the function that is present
 * @param origin the address under which the server was reached
 * @param uri the path with the query, as they were sent
 * @param query the query that the function reads, the same for the same parameters
 * @param negotiated whether the path answers with other types too, unless HTML is asked for by name
 */
record Asked(
        FunctionModel view,
        SortedMap<String, String> params,
        Origin origin,
        String uri,
        String query,
        boolean negotiated) {
    Asked {
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }

    /** Everything that tells the page from others of the function; texts of a URI have no line breaks. */
    String address(String edition) {
        int mark = uri.indexOf('?');
        return origin + "\n" + (mark < 0 ? uri : uri.substring(0, mark)) + "\n" + query + "\n" + edition;
    }

    /** The address under which the server was reached: links in a page may say it, and anybody may send another one. */
    record Origin(String scheme, String host, int port) {

        static Origin of(HttpServletRequest request) {
            return new Origin(request.getScheme(), request.getServerName(), request.getServerPort());
        }

        /** Reads what {@link #toString} wrote. */
        static Optional<Origin> parse(String text) {
            int scheme = text.indexOf("://");
            int port = text.lastIndexOf(':');
            return scheme < 0 || port < scheme + 3
                    ? Optional.empty()
                    : Optional.of(new Origin(
                            text.substring(0, scheme),
                            text.substring(scheme + 3, port),
                            Integer.parseInt(text.substring(port + 1))));
        }

        /** As the header {@code Host} says it. */
        String authority() {
            boolean usual = port == (scheme.equals("https") ? 443 : 80);
            return usual ? host : host + ":" + port;
        }

        @Override
        public String toString() {
            return scheme + "://" + host + ":" + port;
        }
    }
}
