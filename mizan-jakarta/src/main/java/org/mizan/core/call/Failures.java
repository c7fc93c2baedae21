package org.mizan.core.call;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mizan.MizanException;
import org.mizan.core.bind.ResultWriter;
import org.mizan.core.cache.CacheUnavailableException;
import org.mizan.core.json.CanonicalJson;
import org.mizan.core.json.MalformedJsonException;
import org.mizan.core.protocol.BadParameterException;
import org.mizan.core.protocol.ErrorCode;
import org.mizan.core.protocol.MizanError;

/** Turns what went wrong into the error that the client is told, and logs the rest (PROTOCOL §5). Thread-safe. */
public final class Failures {
    private static final Logger LOG = System.getLogger(Failures.class.getName());

    private final JsonProvider json;
    private final ResultWriter results;
    private final String schema;

    /**
     * Creates one.
     *
     * @param schema the hash of our own schema
     */
    public Failures(JsonProvider json, ResultWriter results, String schema) {
        this.json = json;
        this.results = results;
        this.schema = schema;
    }

    /**
     * The answer to a failed request.
     *
     * @param clientSchema the hash that the client sent, if it did
     * @param what what was asked for, for the log: a function or a path
     * @param function the function of a bundle that failed; null outside bundles
     */
    public Answer answer(Throwable failure, @Nullable String clientSchema, String what, @Nullable String function) {
        var error = error(failure, clientSchema, function, what);
        try {
            return new Answer(error.status(), CanonicalJson.of(error.toJson(json)));
        } catch (RuntimeException e) {
            e.addSuppressed(failure);
            var instead = internal(e, function, what);
            return new Answer(instead.status(), CanonicalJson.of(instead.toJson(json)));
        }
    }

    private MizanError error(Throwable failure, @Nullable String clientSchema, @Nullable String function, String what) {
        var id = UUID.randomUUID().toString();
        if (failure instanceof MizanException deliberate) {
            return applicationError(deliberate, function, id, what);
        }
        var refusal = refusal(failure);
        if (refusal == null) {
            return internal(failure, function, what);
        }
        LOG.log(Level.DEBUG, () -> what + ": " + refusal.code() + " " + refusal.message() + " (error " + id + ")");
        boolean stale = clientSchema != null
                && !clientSchema.equals(schema)
                && (refusal.code() == ErrorCode.BAD_REQUEST || refusal.code() == ErrorCode.NOT_FOUND);
        return new MizanError(
                stale ? ErrorCode.STALE_CLIENT : refusal.code(),
                refusal.message(),
                named(refusal.details(), function),
                id);
    }

    private MizanError internal(Throwable failure, @Nullable String function, String what) {
        var id = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "MIZAN-00600: " + what + " failed; the client was told error " + id + " only", failure);
        return new MizanError(
                ErrorCode.INTERNAL_ERROR,
                "The server could not answer.",
                named(JsonValue.EMPTY_JSON_OBJECT, function),
                id);
    }

    private @Nullable Refusal refusal(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        if (failure instanceof BadParameterException bad) {
            var details =
                    json.createObjectBuilder().add("parameter", bad.parameter()).build();
            return new Refusal(
                    ErrorCode.BAD_REQUEST, "Parameter '" + bad.parameter() + "' " + bad.problem() + ".", details);
        }
        if (failure instanceof CacheUnavailableException unavailable) {
            LOG.log(Level.DEBUG, "a change was refused", unavailable);
            return new Refusal(ErrorCode.UNAVAILABLE, "The server cannot take changes at the moment.");
        }
        return failure instanceof MalformedJsonException malformed
                ? new Refusal(ErrorCode.BAD_REQUEST, "The body is no valid JSON: " + malformed.getMessage())
                : null;
    }

    private MizanError applicationError(MizanException failure, @Nullable String function, String id, String what) {
        LOG.log(Level.DEBUG, () -> what + ": the application answered " + failure.code() + " (error " + id + ")");
        var message = failure.getMessage() == null ? failure.code() : failure.getMessage();
        try {
            var details = results.toJson(failure.details()).asJsonObject();
            CanonicalJson.of(details);
            return new MizanError(failure.status(), failure.code(), wellFormed(message), named(details, function), id);
        } catch (RuntimeException e) {
            e.addSuppressed(failure);
            LOG.log(Level.ERROR, "MIZAN-00601: " + what + ": the details of its MizanException have no JSON form", e);
            return new MizanError(
                    failure.status(),
                    failure.code(),
                    wellFormed(message),
                    named(JsonValue.EMPTY_JSON_OBJECT, function),
                    id);
        }
    }

    /** The text with a question mark for each half of a surrogate pair, which no JSON in UTF-8 can carry. */
    static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private JsonObject named(JsonObject details, @Nullable String function) {
        return function == null
                ? details
                : json.createObjectBuilder(details).add("function", function).build();
    }
}
