package org.mizan.core.config;

/** The names of the properties that configure the library. */
public final class PropertyNames {
    /** {@code java} (default) or {@code snake_case}: how Java names become names on the wire. */
    public static final String NAMING = "mizan.naming";
    /** The most bytes that the body of a call or route may have; 1048576 by default. */
    public static final String MAX_BODY = "mizan.max-body";
    /** The most bytes that {@code X-Mizan-Invalidate} may have before its targets are widened; 4096 by default. */
    public static final String MAX_HEADER = "mizan.invalidation.max-header";
    /** Roles that no guard mentions but callers may be in, separated by commas. */
    public static final String ROLES = "mizan.roles";
    /** {@code off} (default), {@code local} or {@code redis}: the origin cache. */
    public static final String CACHE = "mizan.cache";
    /** The secret of the cache's keys and envelopes, at least 32 bytes; needed for {@code redis}. Never logged. */
    public static final String CACHE_SECRET = "mizan.cache.secret";
    /** What precedes every key in the store; {@code mizan} by default. */
    public static final String CACHE_NAMESPACE = "mizan.cache.namespace";
    /** Part of every entry's key: with another one the cache starts afresh. */
    public static final String CACHE_EPOCH = "mizan.cache.epoch";
    /** About how many bytes of memory a local cache may take; 67108864 by default. */
    public static final String CACHE_LOCAL_MAX_BYTES = "mizan.cache.local.max-bytes";
    /** Where Redis is; {@code redis://localhost:6379} by default. May have a password, so never logged. */
    public static final String CACHE_URL = "mizan.cache.url";
    /** Milliseconds that connecting to Redis may take; 200 by default. */
    public static final String CACHE_CONNECT_TIMEOUT = "mizan.cache.connect-timeout";
    /** Milliseconds that a command to Redis may take; 100 by default. */
    public static final String CACHE_COMMAND_TIMEOUT = "mizan.cache.command-timeout";
    /** The most connections to one node of Redis; 16 by default. */
    public static final String CACHE_MAX_CONNECTIONS = "mizan.cache.max-connections";
    /** Seconds that a mutation's lease lasts unless it is renewed; 60 by default. Longer than any transaction. */
    public static final String CACHE_LEASE = "mizan.cache.lease";
    /** {@code serve} (default) or {@code refuse}: what becomes of mutations that the store cannot be told of. */
    public static final String CACHE_UNREACHABLE = "mizan.cache.unreachable";
    /** Milliseconds that a read waits for another one that runs the same; 10000 by default. */
    public static final String CACHE_WAIT = "mizan.cache.wait";
    /** Whether responses to reads of contexts say {@code Cache-Status}; {@code false} by default. */
    public static final String CACHE_STATUS = "mizan.cache.status";
    /** {@code permit} (default), {@code authenticated} or {@code deny}: functions without an annotation of access. */
    public static final String DEFAULT_ACCESS = "mizan.default-access";
    /** Origins, separated by commas, from which browsers may call with credentials; none by default. */
    public static final String ALLOWED_ORIGINS = "mizan.allowed-origins";
    /** The name of the cookie that carries the token against forged requests; {@code XSRF-TOKEN} by default. */
    public static final String CSRF_COOKIE = "mizan.csrf.cookie";
    /** The name of the header that returns it; {@code X-XSRF-TOKEN} by default. */
    public static final String CSRF_HEADER = "mizan.csrf.header";
    /** How many requests to functions are answered at the same time; 0, the default, for any number. */
    public static final String MAX_CONCURRENT = "mizan.max-concurrent";
    /** {@code true} in development and tests: what is probably a mistake fails. {@code false} by default. */
    public static final String STRICT = "mizan.strict";
    /** The secret that MWTs are signed with, at least 32 bytes, not that of the cache; without it there are none. Never logged. */
    public static final String MWT_SECRET = "mizan.mwt.secret";
    /** Seconds that an MWT is valid, at most a day; 300 by default. */
    public static final String MWT_TTL = "mizan.mwt.ttl";
    /** The audience of MWTs: a name of this application. Needed with a secret. */
    public static final String MWT_AUDIENCE = "mizan.mwt.audience";
    /** The name of the secret, which tokens carry; {@code 1} by default. A new secret needs a new one. */
    public static final String MWT_KID = "mizan.mwt.kid";
    /** Secrets that are still accepted, {@code kid=secret,…}; for at least {@code mizan.mwt.ttl} after a change. Never logged. */
    public static final String MWT_PREVIOUS_SECRETS = "mizan.mwt.previous-secrets";
    /** Seconds that the clocks of nodes may differ, from 0 to 300; 5 by default. */
    public static final String MWT_LEEWAY = "mizan.mwt.leeway";
    /** The Bun executable; without it that of the application's {@code node_modules}, then that of the {@code PATH}. */
    public static final String SSR_BUN = "mizan.ssr.bun";
    /** How many Bun processes render; as many as there are processors, but at most 4, by default. */
    public static final String SSR_WORKERS = "mizan.ssr.workers";
    /** Milliseconds that a render may take before its worker is replaced; 5000 by default. */
    public static final String SSR_TIMEOUT = "mizan.ssr.timeout";
    /** How many renders may wait for a worker; 256 by default. Beyond it {@code mizan.ssr.on-overload} holds. */
    public static final String SSR_QUEUE = "mizan.ssr.queue";
    /** {@code refuse} (default: 503 with {@code Retry-After}) or {@code client}: pages that find the queue full. */
    public static final String SSR_ON_OVERLOAD = "mizan.ssr.on-overload";
    /** {@code client} (default: the page renders in the browser) or {@code error}: pages that cannot be rendered. */
    public static final String SSR_ON_FAILURE = "mizan.ssr.on-failure";
    /** After how many renders a worker is replaced; 0, for never, by default. */
    public static final String SSR_RECYCLE_RENDERS = "mizan.ssr.recycle.renders";
    /** After how many seconds a worker is replaced; 0, for never, by default. */
    public static final String SSR_RECYCLE_AGE = "mizan.ssr.recycle.age";
    /** Beyond how many bytes of resident memory a worker is replaced; 536870912 by default, 0 for any number. */
    public static final String SSR_RECYCLE_RSS = "mizan.ssr.recycle.rss";
    /** The most bytes of HTML that a render may give; 16777216 by default. */
    public static final String SSR_MAX_PAGE = "mizan.ssr.max-page";
    /** {@code true} in development: views are read from their sources, and errors are shown in the page. */
    public static final String SSR_DEV = "mizan.ssr.dev";
    /** The folder of the views' sources, in development. */
    public static final String SSR_SOURCE = "mizan.ssr.source";
    /** The folder of the generated client in the sources, in development; by default {@code ../mizan} of the views'. */
    public static final String SSR_CLIENT = "mizan.ssr.client";
    /** The time zone that pages are rendered in; by default that of the server. */
    public static final String SSR_TIME_ZONE = "mizan.ssr.time-zone";
    /** How many prerendered pages may be rendered anew in a second, in the background; 5 by default, 0 for none. */
    public static final String SSR_PRERENDER_RATE = "mizan.ssr.prerender.rate";

    /** Where the WAR maps the library's application, for what is made at build time; {@code /api/mizan} by default. */
    public static final String BASE = "mizan.base";
    /** {@code true}: {@code GET {base}/manifest/} answers with the edge manifest. {@code false} by default. */
    public static final String MANIFEST_EXPOSE = "mizan.manifest.expose";
    /** What an edge sees in front of every path of the application: its context path, as a rule; nothing by default. */
    public static final String MANIFEST_PREFIX = "mizan.manifest.prefix";
    /** The path of the application's Jakarta REST application, {@code /app}; of several {@code /app, com.acme.admin=/admin}. */
    public static final String MANIFEST_APPLICATION_PATH = "mizan.manifest.application-path";
    /** Addresses of pages that no function names: {@code user=/profile/:userId/,/u/:userId; cart=/cart/}. */
    public static final String MANIFEST_VIEW_URLS = "mizan.manifest.view-urls";
    /** Names of parameters, separated by commas, that say whose data it is, beside {@code userId} and its like. */
    public static final String IDENTITY_PARAMS = "mizan.identity-params";
    /** Where {@code PURGE} is sent to after each invalidation: {@code http} or {@code https} URLs, separated by commas. */
    public static final String EDGE_PURGE_URLS = "mizan.edge.purge-urls";
    /** What such a request has as its bearer token; none by default. Never logged. */
    public static final String EDGE_PURGE_TOKEN = "mizan.edge.purge-token";
    /** Seconds after which it is sent once more, for fetches that were under way; 10 by default, 0 for never. */
    public static final String EDGE_SETTLE = "mizan.edge.settle";
    /** {@code off} (default) or {@code targeted}: whether public answers say {@code CDN-Cache-Control} (RFC 9213). */
    public static final String EDGE_HEADERS = "mizan.edge.headers";
    /** The seconds it says of what is valid until it is invalidated, and the most it says; 60 by default. */
    public static final String EDGE_MAX_AGE = "mizan.edge.max-age";

    private PropertyNames() {}
}
