package org.mizan.spi;

import java.util.Optional;
import java.util.Set;

/**
 * Knows the roles that somebody is in now, so that a token is refused once they have changed. Optional; a CDI bean in the
 * application, asked for each request with a token of the library's own. Thread-safe.
 */
@FunctionalInterface
public interface RoleSource {

    /**
     * The roles of a caller now.
     *
     * @return none of them for somebody who may no longer sign in; empty when it cannot tell, and the token counts
     */
    Optional<Set<String>> roles(String callerId);
}
