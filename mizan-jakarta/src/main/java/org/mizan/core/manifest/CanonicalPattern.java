package org.mizan.core.manifest;

import org.mizan.core.schema.ScalarKind;
import org.mizan.core.schema.TypeModel;

/**
 * The regular expression of the one text that a value has in {@code X-Mizan-Invalidate} (PROTOCOL §6.3), for an edge that
 * compares texts: {@code userId=05} reads the data of {@code userId=5}, and no purge would find what is kept under it.
 *
 * <p>Written so that ECMAScript, PCRE, RE2 and Java agree on them; they describe the whole text. They may refuse texts
 * that are the right ones, which costs a miss; never the other way round.
 */
final class CanonicalPattern {
    /** Percent-encoded as by RFC 3986: what is unreserved stands raw, and nothing else. */
    private static final String TEXT = "([A-Za-z0-9._~-]|%([0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]))*";

    private static final String INTEGER = "(0|-?[1-9][0-9]*)";
    /** No text: a character after the end. */
    private static final String NEVER = "$.";

    private CanonicalPattern() {}

    static String of(TypeModel type) {
        var present = type.required();
        if (present instanceof TypeModel.Scalar scalar) {
            return of(scalar.kind());
        }
        return present instanceof TypeModel.Named named && named.type().isEnum() ? TEXT : NEVER;
    }

    private static String of(ScalarKind kind) {
        if (kind.isInteger()) {
            return INTEGER;
        }
        return switch (kind) {
            case BOOLEAN -> "(true|false)";
            case CHAR, STRING, URI_TEXT -> TEXT;
            case UUID_TEXT -> "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
            case LOCAL_DATE -> "[0-9]{4}-[0-9]{2}-[0-9]{2}";
            case YEAR -> "[1-9][0-9]{3}";
            case YEAR_MONTH -> "[0-9]{4}-[0-9]{2}";
            case BIG_DECIMAL -> "(0|-?(0\\.[0-9]*[1-9]|[1-9][0-9]*(\\.[0-9]*[1-9])?))";
            // Longer ones may be rounded.
            case FLOAT -> "(0|-?[1-9][0-9]{0,5})";
            case DOUBLE -> "(0|-?[1-9][0-9]{0,14})";
            default -> NEVER;
        };
    }
}
