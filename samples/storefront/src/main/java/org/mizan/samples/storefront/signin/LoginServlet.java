package org.mizan.samples.storefront.signin;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/** {@code /login}: a form that needs no scripts, and what it is sent to; the same in JSON for programs. */
@WebServlet("/login")
public class LoginServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_PASSWORD = 200;
    private static final int LONGEST_JSON = 4_096;

    private record Credentials(String name, String password) {
        boolean arePlausible() {
            return !name.isEmpty() && name.length() <= LONGEST_NAME && password.length() <= LONGEST_PASSWORD;
        }
    }

    @Inject
    transient IdentityStoreHandler accounts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Pages.html(response, 200, SignedIn.of(request).map(Pages::signedIn).orElseGet(() -> Pages.form("")));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean json = isJson(request);
        if (!SameSite.sent(request)) {
            answer(response, json, 403, "This form was sent from another site.");
            return;
        }
        Optional<Credentials> credentials = json ? fromJson(request) : fromForm(request);
        if (credentials.isEmpty()) {
            answer(response, json, 400, "A name and a password are needed.");
            return;
        }
        CredentialValidationResult caller = credentials
                .filter(Credentials::arePlausible)
                .map(given -> accounts.validate(new UsernamePasswordCredential(given.name(), given.password())))
                .orElse(CredentialValidationResult.INVALID_RESULT);
        if (caller.getStatus() != CredentialValidationResult.Status.VALID) {
            answer(response, json, 401, "There is no such name and password.");
            return;
        }
        String name = caller.getCallerPrincipal().getName();
        SignedIn.begin(request, name, caller.getCallerGroups());
        if (json) {
            Pages.json(
                    response,
                    200,
                    Json.createObjectBuilder()
                            .add("name", name)
                            .add("roles", Json.createArrayBuilder(caller.getCallerGroups()))
                            .build());
        } else {
            Pages.redirect(response, Pages.destination(request));
        }
    }

    private static void answer(HttpServletResponse response, boolean json, int status, String problem)
            throws IOException {
        if (json) {
            Pages.json(
                    response,
                    status,
                    Json.createObjectBuilder().add("problem", problem).build());
        } else {
            Pages.html(response, status, Pages.form(problem));
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    private static Optional<Credentials> fromForm(HttpServletRequest request) {
        String name = request.getParameter("name");
        String password = request.getParameter("password");
        return name == null || password == null
                ? Optional.empty()
                : Optional.of(new Credentials(name.strip(), password));
    }

    private static Optional<Credentials> fromJson(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_JSON + 1);
        if (body.length > LONGEST_JSON) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            JsonObject object = reader.readObject();
            JsonValue name = object.get("name");
            JsonValue password = object.get("password");
            return name instanceof JsonString n && password instanceof JsonString p
                    ? Optional.of(new Credentials(n.getString(), p.getString()))
                    : Optional.empty();
        } catch (JsonException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
