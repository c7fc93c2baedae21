package org.mizan.codegen.vcl;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a Varnish configuration needs to know beside the manifest.
 *
 * @param backendHost name or address of the origin
 * @param backendPort its port
 * @param purgers addresses, or networks as {@code 10.0.0.0/8}, that purges are taken from
 * @param keepHeader whether {@code X-Mizan-Invalidate} is passed on to the browser
 * @param cacheStatus whether answers say {@code Cache-Status: Edge; …} (RFC 9211)
 */
public record EdgeOptions(
        String backendHost, int backendPort, List<String> purgers, boolean keepHeader, boolean cacheStatus) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]+");
    private static final Pattern PURGER = Pattern.compile("([A-Za-z0-9.:_-]+)(?:/(\\d{1,3}))?");

    /**
     * Copies the list and checks what goes into the text.
     *
     * @throws IllegalArgumentException when something is no address or port
     */
    public EdgeOptions {
        purgers = List.copyOf(purgers);
        if (!HOST.matcher(backendHost).matches() || backendPort < 1 || backendPort > 65_535) {
            throw new IllegalArgumentException(backendHost + ":" + backendPort + " is not the address of an origin");
        }
        for (var purger : purgers) {
            if (!PURGER.matcher(purger).matches()) {
                throw new IllegalArgumentException("'" + purger + "' is neither an address nor a network");
            }
        }
    }

    /** The origin on this machine; purges from this machine alone. */
    public static EdgeOptions local(int backendPort) {
        return new EdgeOptions("127.0.0.1", backendPort, List.of("127.0.0.1", "::1"), true, false);
    }

    /** The backend and the list of who may purge. */
    String declarations() {
        var out = new StringBuilder("backend default {\n    .host = \"" + backendHost + "\";\n    .port = \""
                + backendPort + "\";\n}\n\nacl mizan_purgers {\n");
        for (var purger : purgers) {
            var parts = PURGER.matcher(purger);
            if (parts.matches()) {
                out.append("    \"").append(parts.group(1)).append('"');
                out.append(parts.group(2) == null ? "" : "/" + parts.group(2)).append(";\n");
            }
        }
        return out.append("}").toString();
    }
}
