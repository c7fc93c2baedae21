package org.mizan.cdi.rest;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import org.mizan.Caller;
import org.mizan.core.call.Answer;
import org.mizan.core.config.SecuritySettings;
import org.mizan.core.json.CanonicalJson;

/** What {@code GET {base}/session/} answers: who the caller is, and how its token travels (PROTOCOL §2). */
final class SessionAnswer {
    private final JsonProvider json;
    private final SecuritySettings security;

    SessionAnswer(JsonProvider json, SecuritySettings security) {
        this.json = json;
        this.security = security;
    }

    Answer of(Caller caller) {
        var body = json.createObjectBuilder();
        if (caller.authenticated()) {
            body.add("caller", somebody(caller));
        } else {
            body.addNull("caller");
        }
        return new Answer(200, CanonicalJson.of(body.add("csrf", csrf()).build()));
    }

    private JsonObjectBuilder csrf() {
        return json.createObjectBuilder().add("cookie", security.csrfCookie()).add("header", security.csrfHeader());
    }

    private JsonObjectBuilder somebody(Caller caller) {
        var roles = json.createArrayBuilder();
        caller.roles().forEach(roles::add);
        return json.createObjectBuilder().add("id", caller.id()).add("roles", roles);
    }
}
