package org.mizan.codegen;

import java.util.List;

/**
 * What a Varnish configuration needs to know beside the manifest, as it was given: not checked yet.
 *
 * @param backend {@code host:port} of the application
 * @param purgers addresses, or networks as {@code 10.0.0.0/8}, that purges are taken from
 * @param credentials names of further headers that the application knows its callers by
 * @param keepHeader whether {@code X-Mizan-Invalidate} is passed on to browsers
 * @param cacheStatus whether answers say {@code Cache-Status}
 */
public record EdgeSettings(
        String backend, List<String> purgers, List<String> credentials, boolean keepHeader, boolean cacheStatus) {
    /** Copies the lists. */
    public EdgeSettings {
        purgers = List.copyOf(purgers);
        credentials = List.copyOf(credentials);
    }
}
