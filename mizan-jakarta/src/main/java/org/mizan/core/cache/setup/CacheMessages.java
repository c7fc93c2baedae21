package org.mizan.core.cache.setup;

import org.mizan.core.config.PropertyNames;
import org.mizan.core.problem.Problem;

/** The messages of this package: codes 00540 to 00559. */
final class CacheMessages {
    private CacheMessages() {}

    static Problem libraryIsMissing(String kind, String coordinates) {
        return Problem.error(
                540,
                PropertyNames.CACHE,
                "mizan.cache=" + kind + " needs a library that the application does not have.",
                "Add " + coordinates + " to its dependencies.");
    }

    static Problem urlDoesNotParse(String why) {
        return Problem.warning(
                541,
                PropertyNames.CACHE_URL,
                "the URL of Redis cannot be used: " + why + ". There is no cache until it is corrected.",
                "Write it as redis://user:password@host:6379/0, rediss:// for TLS,"
                        + " redis-sentinel://host1:26379,host2:26379/0#master or redis-cluster://host1:6379,host2:6379.");
    }

    static Problem redisIsUnreachable(String why) {
        return Problem.warning(
                542,
                PropertyNames.CACHE_URL,
                "Redis does not answer: " + why + ". Requests are answered without it until it does.",
                "Start it, or correct the URL.");
    }
}
