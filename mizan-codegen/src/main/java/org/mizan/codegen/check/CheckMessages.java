package org.mizan.codegen.check;

import org.mizan.core.problem.Problem;

/** The messages of this package: codes 02080 to 02119. A rule has a code of its own. */
final class CheckMessages {
    private static final String KEEP = "Keep it, @Deprecated, until no deployed client needs it.";
    private static final String BESIDE =
            "Put a new function beside it, and keep this one until no deployed client needs it.";

    private CheckMessages() {}

    static Problem noBaseline(String place, String why) {
        return Problem.warning(
                2080,
                place,
                "whether deployed clients still work was not checked: " + why + ".",
                "Name the schema.json of a deployed client: -Dmizan.baseline=… (--baseline …).");
    }

    static Problem badBaseline(String why) {
        return Problem.error(2081, "the baseline", "it cannot be read: " + why + ".", "Name a schema.json.");
    }

    static Problem functionRemoved(String place) {
        return Problem.error(2082, place, "deployed clients call it, but it is gone.", KEEP);
    }

    static Problem contextRemoved(String place) {
        return Problem.error(2083, place, "deployed clients read it, but it is gone.", KEEP);
    }

    static Problem movedOut(String place, String context) {
        return Problem.error(
                2084, place, "deployed clients find it in the context '" + context + "', which it has left.", BESIDE);
    }

    static Problem parameterRequired(String place) {
        return Problem.error(
                2085,
                place,
                "deployed clients leave it out, but it is required.",
                "Make it @Nullable, or give it @Param(defaultValue = …).");
    }

    static Problem parameterRemoved(String place) {
        return Problem.error(2086, place, "deployed clients send it, but the server knows it no more.", KEEP);
    }

    static Problem defaultChanged(String place, String before, String after) {
        return Problem.error(
                2087,
                place,
                "deployed clients take its default to be '" + before + "', but it is '" + after
                        + "': they would not see that what they show is outdated.",
                BESIDE);
    }

    static Problem argumentNotNull(String place) {
        return Problem.error(2088, place, "deployed clients may send null, which is refused.", "Keep it @Nullable.");
    }

    static Problem argumentPropertyRequired(String place) {
        return Problem.error(
                2089,
                place,
                "deployed clients do not send it, but it is required.",
                "Make it @Nullable or an Optional.");
    }

    static Problem argumentPropertyRemoved(String place) {
        return Problem.error(2090, place, "deployed clients send it, but the server knows it no more.", KEEP);
    }

    static Problem argumentConstantRemoved(String place, String constant) {
        return Problem.error(2091, place, "deployed clients may send '" + constant + "', which is gone.", KEEP);
    }

    static Problem argumentAlternativeRemoved(String place, String alternative) {
        return Problem.error(2092, place, "deployed clients may send a '" + alternative + "', which is gone.", KEEP);
    }

    static Problem argumentNarrowed(String place, Object before, Object after) {
        return Problem.error(
                2093, place, "deployed clients send " + before + ", but " + after + " is expected.", BESIDE);
    }

    static Problem resultNull(String place) {
        return Problem.error(2094, place, "deployed clients do not expect null here.", BESIDE);
    }

    static Problem resultPropertyRemoved(String place) {
        return Problem.error(2095, place, "deployed clients read it, but it is gone.", KEEP);
    }

    static Problem resultConstantAdded(String place, String constant) {
        return Problem.error(
                2096,
                place,
                "deployed clients do not know '" + constant + "': a switch over all constants would miss it.",
                BESIDE);
    }

    static Problem resultAlternativeAdded(String place, String alternative) {
        return Problem.error(
                2097,
                place,
                "deployed clients do not know a '" + alternative + "': a switch over all of them would miss it.",
                BESIDE);
    }

    static Problem resultWidened(String place, Object before, Object after) {
        return Problem.error(2098, place, "deployed clients expect " + before + ", but get " + after + ".", BESIDE);
    }

    static Problem discriminator(String place, String before, String after) {
        return Problem.error(
                2099,
                place,
                "deployed clients tell its alternatives apart by '" + before + "', but it is '" + after + "'.",
                "Keep the discriminator.");
    }
}
