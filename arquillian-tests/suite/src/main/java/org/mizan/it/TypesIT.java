package org.mizan.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mizan.Client;
import org.mizan.it.app.types.Echoes;

/** Every type of {@code docs/types.md}, sent to a server and back: the same JSON, or a refusal that says where. */
@ExtendWith(ArquillianExtension.class)
class TypesIT {
    private final Site site = Site.of("echoes");

    @Deployment(testable = false)
    static WebArchive application() {
        return Wars.app("echoes").addPackage(Echoes.class.getPackage()).addPackage(Nullable.class.getPackage());
    }

    @Test
    void json_sentToItsFunction_comesBackAsItWas() {
        var wrong = rows("samples.txt", 2)
                .map(row -> answer(row[0], row[1], 200, "{\"result\":" + row[1] + "}"))
                .filter(problem -> !problem.isEmpty())
                .toList();
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void json_ofAnotherForm_comesBackInItsOwn() {
        var wrong = rows("oneway.txt", 3)
                .map(row -> answer(row[0], row[1], 200, "{\"result\":" + row[2] + "}"))
                .filter(problem -> !problem.isEmpty())
                .toList();
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void json_thatIsNotOfTheType_is400AndNamesThePlace() {
        var wrong = rows("refused.txt", 3)
                .map(row -> refusal(row[0], row[1], row[2]))
                .filter(problem -> !problem.isEmpty())
                .toList();
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void results_thatAreNotOfTheirType_are500AndSayNothing() {
        for (var body : List.of(
                "{\"fn\":\"aLong\",\"args\":{\"value\":9007199254740992}}",
                "{\"fn\":\"aLong\",\"args\":{\"value\":-9007199254740992}}",
                "{\"fn\":\"optionalLong\",\"args\":{\"value\":9223372036854775807}}",
                "{\"fn\":\"half\"}",
                "{\"fn\":\"broken\"}")) {
            var answer = call(body);
            assertEquals(500, answer.statusCode(), body);
            assertTrue(answer.body().contains("\"INTERNAL_ERROR\""), answer.body());
            assertTrue(!answer.body().contains("MIZAN-") && !answer.body().contains("java"), answer.body());
        }
    }

    @Test
    void samples_coverEveryFunction() {
        var without = new TreeSet<String>();
        Arrays.stream(Echoes.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Client.class) && method.getParameterCount() > 0)
                .forEach(method -> without.add(method.getName()));
        Stream.concat(rows("samples.txt", 2), rows("oneway.txt", 3)).forEach(row -> without.remove(row[0]));
        assertEquals(new TreeSet<>(), without);
    }

    private static Stream<String[]> rows(String file, int columns) {
        var stream = Objects.requireNonNull(Echoes.class.getResourceAsStream(file), file);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var rows = reader.lines().map(line -> line.split(" \\| ", -1)).toList();
            rows.forEach(row -> assertEquals(columns, row.length, () -> file + ": " + String.join(" | ", row)));
            return rows.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> call(String body) {
        return site.post("api/mizan/call/", "application/json", body);
    }

    private HttpResponse<String> call(String function, String value) {
        return call("{\"fn\":\"" + function + "\",\"args\":{\"value\":" + value + "}}");
    }

    private String answer(String function, String value, int status, String body) {
        var answer = call(function, value);
        return answer.statusCode() == status && answer.body().equals(body)
                ? ""
                : function + " " + value + ": " + answer.statusCode() + " " + answer.body();
    }

    private String refusal(String function, String value, String place) {
        var answer = call(function, value);
        if (answer.statusCode() == 400) {
            try (var reader = Json.createReader(new StringReader(answer.body()))) {
                var details = reader.readObject().getJsonObject("error").getJsonObject("details");
                if (details.getString("parameter", "").equals(place)) {
                    return "";
                }
            }
        }
        return function + " " + value + ": " + answer.statusCode() + " " + answer.body() + ", expected 400 at " + place;
    }
}
