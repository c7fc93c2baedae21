package org.mizan.codegen.vcl;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a Varnish configuration needs to know beside the manifest.
 *
 * @param backendHost name or address of the origin
 * @param backendPort its port
 * @param purgers addresses, or networks as {@code 10.0.0.0/8}, that purges are taken from
 * @param credentials names of further headers that the application knows its callers by
 * @param keepHeader whether {@code X-Mizan-Invalidate} is passed on to the browser
 * @param cacheStatus whether answers say {@code Cache-Status: Edge; …} (RFC 9211)
 */
public record EdgeOptions(
        String backendHost,
        int backendPort,
        List<String> purgers,
        List<String> credentials,
        boolean keepHeader,
        boolean cacheStatus) {
    private static final List<String> KNOWN = List.of("Cookie", "Authorization", "X-Mizan-Token");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]+");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern PURGER = Pattern.compile("([A-Za-z0-9.:_-]+)(?:/(\\d{1,3}))?");

    /**
     * Copies the lists and checks what goes into the text.
     *
     * @throws IllegalArgumentException when something is no address, port or header
     */
    public EdgeOptions {
        purgers = List.copyOf(purgers);
        credentials = List.copyOf(credentials);
        if (!HOST.matcher(backendHost).matches() || backendPort < 1 || backendPort > 65_535) {
            throw new IllegalArgumentException(backendHost + ":" + backendPort + " is not the address of an origin");
        }
        for (var purger : purgers) {
            if (!PURGER.matcher(purger).matches()) {
                throw new IllegalArgumentException("'" + purger + "' is neither an address nor a network");
            }
        }
        for (var name : credentials) {
            if (!HEADER.matcher(name).matches()) {
                throw new IllegalArgumentException("'" + name + "' is no name of a header");
            }
        }
    }

    /** The origin on this machine; purges from this machine alone. */
    public static EdgeOptions local(int backendPort) {
        return new EdgeOptions("127.0.0.1", backendPort, List.of("127.0.0.1", "::1"), List.of(), true, false);
    }

    private Stream<String> credentialHeaders() {
        return Stream.concat(KNOWN.stream(), credentials.stream());
    }

    /** Whether a request came with any credentials, as an expression. */
    String asked() {
        return credentialHeaders().map(name -> "req.http." + name).collect(Collectors.joining(" || "));
    }

    /** Takes them from a request. */
    String anonymous() {
        return credentialHeaders()
                .map(name -> "        unset req.http." + name + ";\n")
                .collect(Collectors.joining());
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
