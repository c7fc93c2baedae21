package org.mizan.samples.storefront;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody with a browser of their own, that is, with their own cookies; signed in or not. */
final class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .cookieHandler(cookies)
            .build();
    private final URI root;
    private final String name;

    private Visitor(URI root, String name) {
        this.root = root;
        this.name = name;
    }

    static Visitor anonymous(URI root) {
        return new Visitor(root, "nobody");
    }

    static Visitor signedIn(URI root, String name, String password) throws IOException, InterruptedException {
        var visitor = new Visitor(root, name);
        var answer = visitor.signIn(name, password);
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return visitor;
    }

    /** Sends the login page's form; then asks for the token against forged requests. */
    HttpResponse<String> signIn(String as, String password) throws IOException, InterruptedException {
        var answer = post("login", FORM, "name=" + as + "&password=" + password);
        get("api/mizan/session/");
        return answer;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).build());
    }

    HttpResponse<String> post(String path, String type, String body, String... headers)
            throws IOException, InterruptedException {
        var request = request(path, headers).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(request.build());
    }

    HttpResponse<String> form(String path, String body, String... headers) throws IOException, InterruptedException {
        return post(path, FORM, body, headers);
    }

    HttpResponse<String> call(String function, String args) throws IOException, InterruptedException {
        return post("api/mizan/call/", "application/json", "{\"fn\":\"" + function + "\",\"args\":" + args + "}");
    }

    HttpResponse<String> context(String path) throws IOException, InterruptedException {
        return get("api/mizan/ctx/" + path);
    }

    String openCart() throws IOException, InterruptedException {
        var answer = call("openCart", "{}").body();
        var id = Pattern.compile("\"result\":\"([0-9a-f-]{36})\"").matcher(answer);
        if (!id.find()) {
            throw new IllegalStateException(answer);
        }
        return id.group(1);
    }

    Optional<String> cookie(String named) {
        return cookies.getCookieStore().get(root).stream()
                .filter(cookie -> cookie.getName().equals(named))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** The browser says that this is its cart. */
    void plantCart(String id) {
        plant("cart", id);
    }

    /** Puts a session's cookie where somebody else's was. */
    void plantSession(String id) {
        cookies.getCookieStore().removeAll();
        plant("JSESSIONID", id);
    }

    private void plant(String named, String value) {
        var cookie = new HttpCookie(named, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(root, cookie);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    @Override
    public String toString() {
        return name;
    }
}
