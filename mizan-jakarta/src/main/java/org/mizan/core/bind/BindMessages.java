package org.mizan.core.bind;

import org.mizan.core.problem.Problem;

/** The messages of this package: codes 00400 to 00499. */
final class BindMessages {
    private BindMessages() {}

    static Problem longBeyondJavaScript(String place) {
        return Problem.error(
                400, place, "the value does not fit a JavaScript number.", "Annotate it @JsonText to send it as text.");
    }

    static Problem unexpectedNull(String place) {
        return Problem.error(
                401,
                place,
                "the value is null, but the type that clients were given says it never is.",
                "Annotate it @Nullable or return an Optional.");
    }

    static Problem notSerialised(String place) {
        return Problem.error(
                402,
                place,
                "JSON-B could not write the result; the cause is below.",
                "Return a record or bean whose accessors do not throw and that does not contain itself.");
    }

    static Problem otherForm(String place, String expected) {
        return Problem.error(
                403,
                place,
                "JSON-B wrote something else than " + expected + ".",
                "Remove the JSON-B customisation of that type, or return a type that has this form.");
    }

    static Problem loneSurrogate(String place) {
        return Problem.error(
                404,
                place,
                "the text holds half of a surrogate pair, which UTF-8 cannot carry, or a number is out of range.",
                "Cut text at code points, not at chars.");
    }
}
