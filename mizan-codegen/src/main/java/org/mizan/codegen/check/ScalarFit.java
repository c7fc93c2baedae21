package org.mizan.codegen.check;

import static org.mizan.core.schema.ScalarKind.BIG_DECIMAL;
import static org.mizan.core.schema.ScalarKind.BIG_INTEGER;
import static org.mizan.core.schema.ScalarKind.BYTE;
import static org.mizan.core.schema.ScalarKind.DATE;
import static org.mizan.core.schema.ScalarKind.DOUBLE;
import static org.mizan.core.schema.ScalarKind.FLOAT;
import static org.mizan.core.schema.ScalarKind.INSTANT;
import static org.mizan.core.schema.ScalarKind.INT;
import static org.mizan.core.schema.ScalarKind.JSON;
import static org.mizan.core.schema.ScalarKind.LONG;
import static org.mizan.core.schema.ScalarKind.LONG_TEXT;
import static org.mizan.core.schema.ScalarKind.OFFSET_DATE_TIME;
import static org.mizan.core.schema.ScalarKind.SHORT;
import static org.mizan.core.schema.ScalarKind.STRING;
import static org.mizan.core.schema.ScalarKind.ZONED_DATE_TIME;

import java.util.List;
import org.mizan.core.schema.ScalarKind;

/** Which scalars have all the values of which others, as JSON. */
final class ScalarFit {
    private static final List<List<ScalarKind>> WIDENING = List.of(
            List.of(BYTE, SHORT, INT, LONG, DOUBLE),
            List.of(FLOAT, DOUBLE),
            List.of(LONG_TEXT, BIG_INTEGER, BIG_DECIMAL),
            List.of(INSTANT, OFFSET_DATE_TIME, ZONED_DATE_TIME),
            List.of(DATE, INSTANT),
            List.of(INSTANT, DATE));

    private ScalarFit() {}

    /** Whether every value of one kind is also one of the other. */
    static boolean fits(ScalarKind narrow, ScalarKind wide) {
        return narrow == wide
                || wide == JSON
                || wide == STRING && narrow.json() == ScalarKind.Json.STRING
                || WIDENING.stream()
                        .anyMatch(chain -> chain.contains(narrow) && chain.indexOf(narrow) < chain.indexOf(wide));
    }
}
