package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Visitors of a site, signed in by one means or another. */
abstract class Visitors {
    Site site;

    /** Somebody who asks, with all that he sends. */
    record Who(String name, List<String> headers) {
        Who and(String... more) {
            var all = new ArrayList<>(headers);
            all.addAll(List.of(more));
            return new Who(name, all);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static final Who NOBODY = new Who("nobody", List.of());

    /** Somebody of that name, in a session. */
    Who session(String id, String roles) {
        return inSession(new Who(id, List.of("X-Test-Caller", id + ";" + roles)));
    }

    /**
     * Somebody whom the container knows, with the session and the token of it that a page would have; without Liberty's
     * own cookie, which would be a second proof.
     */
    Who inSession(Who who) {
        var answer = site.send(request("api/mizan/session/", who).GET());
        var cookies = answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0])
                .filter(cookie -> !cookie.startsWith("LtpaToken"))
                .toList();
        return who.and("Cookie", String.join("; ", cookies), "X-XSRF-TOKEN", token(cookies));
    }

    private static String token(List<String> cookies) {
        return cookies.stream()
                .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
                .findFirst()
                .orElseThrow()
                .substring("XSRF-TOKEN=".length());
    }

    String obtain(Who who) {
        var found = Pattern.compile("\"token\":\"([^\"]+)\"")
                .matcher(call(who, "mwtObtain", "{}").body());
        assertTrue(found.find());
        return found.group(1);
    }

    Who mwt(String id, String roles) {
        return new Who("mwt of " + id, List.of("X-Mizan-Token", obtain(session(id, roles))));
    }

    HttpRequest.Builder request(String path, Who who) {
        var request = site.request(path);
        for (int i = 0; i < who.headers().size(); i += 2) {
            request.header(who.headers().get(i), who.headers().get(i + 1));
        }
        return request;
    }

    HttpResponse<String> call(Who who, String function, String args) {
        var body = "{\"fn\":\"" + function + "\",\"args\":" + args + "}";
        return site.send(request("api/mizan/call/", who)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    String whoami(Who who) {
        var answer = call(who, "whoami", "{}");
        return answer.statusCode() == 200 ? answer.body() : "" + answer.statusCode();
    }
}
