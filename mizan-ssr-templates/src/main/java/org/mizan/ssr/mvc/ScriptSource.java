package org.mizan.ssr.mvc;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.function.Supplier;
import org.mizan.ssr.DataScript;

/** Puts the hash of a page's script where a Content Security Policy says {@link DataScript#SOURCE}. */
final class ScriptSource {
    private static final List<String> NAMES = List.of("Content-Security-Policy", "Content-Security-Policy-Report-Only");

    private ScriptSource() {}

    /**
     * Does it in what filters of Jakarta REST have set, and in what filters of servlets have.
     *
     * @param hash asked for where it is needed
     */
    static void fill(MultivaluedMap<String, Object> headers, HttpServletResponse response, Supplier<String> hash) {
        for (var name : NAMES) {
            var values = headers.get(name);
            if (values != null) {
                values.replaceAll(value -> filled(String.valueOf(value), hash));
            }
            var policies = response.getHeaders(name);
            if (policies.stream().anyMatch(policy -> policy.contains(DataScript.SOURCE))) {
                var all = List.copyOf(policies);
                response.setHeader(name, filled(all.get(0), hash));
                all.stream().skip(1).forEach(policy -> response.addHeader(name, filled(policy, hash)));
            }
        }
    }

    private static String filled(String policy, Supplier<String> hash) {
        return policy.contains(DataScript.SOURCE) ? policy.replace(DataScript.SOURCE, hash.get()) : policy;
    }
}
