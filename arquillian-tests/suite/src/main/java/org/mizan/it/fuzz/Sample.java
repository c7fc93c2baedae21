package org.mizan.it.fuzz;

import java.nio.charset.StandardCharsets;

/**
 * A good request.
 *
 * @param guard what stands before the function, as its name ends
 * @param number the argument, by which the run is known again
 */
record Sample(Kind kind, String guard, Credentials who, int number) {
    /** What is asked for, and how the arguments travel. */
    enum Kind {
        CALL,
        READ,
        ROUTE,
        ROUTE_FORM,
        ROUTE_JSON,
        PAGE,
        /** {@code mwtObtain}. */
        OBTAIN,
        SESSION;

        /** Whether a page of somebody else's could ask for it, so that the session's token is needed. */
        boolean needsToken() {
            return this != READ && this != PAGE && this != SESSION;
        }

        /** Whether a function behind a guard answers. */
        boolean guarded() {
            return this != SESSION;
        }
    }

    /** Whether it is answered with success on every server. */
    boolean isPermitted() {
        boolean somebody = who.proof() != Credentials.Proof.NOBODY;
        return switch (kind) {
            case SESSION -> true;
            case OBTAIN -> who.needsSession();
            default ->
                switch (guard) {
                    // Before resources some servers have a say themselves where it is @PermitAll.
                    case "open" -> kind != Kind.PAGE;
                    case "odd" -> kind != Kind.PAGE && somebody && number % 2 == 1;
                    case "admins" -> who.admin();
                    case "signedIn", "bare" -> somebody;
                    default -> false;
                };
        };
    }

    Draft draft(String root, String host) {
        var draft =
                switch (kind) {
                    case CALL ->
                        json(
                                root + "api/mizan/call/",
                                "{\"fn\":\"call" + function() + "\",\"args\":{\"number\":" + number + "}}");
                    case OBTAIN -> json(root + "api/mizan/call/", "{\"fn\":\"mwtObtain\",\"args\":{}}");
                    case READ -> get(root + "api/mizan/ctx/" + guard + "/?number=" + number);
                    case SESSION -> get(root + "api/mizan/session/");
                    case ROUTE -> post(root + "route/" + guard + "?number=" + number, "");
                    case PAGE -> post(root + "app/page/" + guard + "?number=" + number, "");
                    case ROUTE_JSON -> json(root + "route/" + guard, "{\"number\":" + number + "}");
                    case ROUTE_FORM ->
                        post(root + "route/" + guard, "number=" + number)
                                .with("Content-Type", "application/x-www-form-urlencoded");
                };
        draft.with("Host", host);
        draft.headers.addAll(who.headers());
        return draft;
    }

    private String function() {
        return Character.toUpperCase(guard.charAt(0)) + guard.substring(1);
    }

    private static Draft get(String target) {
        return new Draft("GET", target, new byte[0]);
    }

    private static Draft post(String target, String body) {
        return new Draft("POST", target, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Draft json(String target, String body) {
        return post(target, body).with("Content-Type", "application/json");
    }
}
