package org.mizan.cdi;

import org.mizan.core.problem.Problem;

/** The messages of this package: codes 00700 to 00799. */
final class CdiMessages {
    private CdiMessages() {}

    static Problem guardIsNoBean(String place, Class<?> guard) {
        return Problem.error(
                700,
                place,
                "@Guarded names " + guard.getName() + ", which is no CDI bean.",
                "Annotate it @ApplicationScoped or @Dependent.");
    }

    static Problem partitionsAreAmbiguous(String which) {
        return Problem.error(
                701,
                "org.mizan.spi.CachePartition",
                "there are several beans that could divide the cache: " + which + ".",
                "Leave one of them, or make one an @Alternative with a @Priority.");
    }
}
