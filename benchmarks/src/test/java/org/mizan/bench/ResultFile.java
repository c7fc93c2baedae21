package org.mizan.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Results of suites as JSON, one file each. */
final class ResultFile {
    private static final MathContext DIGITS = new MathContext(6);

    private ResultFile() {}

    static void write(Path file, SuiteResult result) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text(result));
    }

    static SuiteResult read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static String text(SuiteResult result) {
        var facts = Json.createObjectBuilder();
        result.machine().facts().forEach(facts::add);
        var json = Json.createObjectBuilder()
                .add("suite", result.suite())
                .add("date", result.date())
                .add("commit", result.machine().commit())
                .add("machine", facts)
                .add("figures", list(result.figures(), ResultFile::figure))
                .add("curves", list(result.curves(), ResultFile::curve))
                .add("failures", Json.createArrayBuilder(result.failures()))
                .build();
        var text = new StringWriter();
        try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(json);
        }
        return text.toString().stripLeading() + "\n";
    }

    private static <T> JsonArrayBuilder list(List<T> values, Function<T, JsonObjectBuilder> form) {
        var list = Json.createArrayBuilder();
        values.forEach(value -> list.add(form.apply(value)));
        return list;
    }

    private static JsonObjectBuilder figure(Figure figure) {
        var json = Json.createObjectBuilder()
                .add("name", figure.name())
                .add("value", number(figure.value().middle()))
                .add("low", number(figure.value().low()))
                .add("high", number(figure.value().high()))
                .add("unit", figure.unit())
                .add("kind", figure.ratio() ? "ratio" : "absolute");
        figure.bound().ifPresent(bound -> json.add("is", bound.kind().sign())
                .add("bound", number(bound.limit()))
                .add("verdict", figure.ok() ? "ok" : "short"));
        return json;
    }

    private static JsonObjectBuilder curve(Curve curve) {
        return Json.createObjectBuilder()
                .add("name", curve.name())
                .add("x", curve.x())
                .add("y", curve.y())
                .add("series", list(curve.series(), series -> {
                    var points = Json.createArrayBuilder();
                    series.points()
                            .forEach(point -> points.add(Json.createArrayBuilder()
                                    .add(number(point.x()))
                                    .add(number(point.y()))));
                    return Json.createObjectBuilder().add("name", series.name()).add("points", points);
                }));
    }

    private static BigDecimal number(double value) {
        var number = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    static SuiteResult parse(String text) {
        JsonObject json;
        try (var reader = Json.createReader(new StringReader(text))) {
            json = reader.readObject();
        }
        var facts = new LinkedHashMap<String, String>();
        json.getJsonObject("machine").forEach((name, value) -> facts.put(name, ((JsonString) value).getString()));
        return new SuiteResult(
                json.getString("suite"),
                json.getString("date"),
                new Machine(facts, json.getString("commit")),
                objects(json, "figures").stream().map(ResultFile::figure).toList(),
                objects(json, "curves").stream().map(ResultFile::curve).toList(),
                json.getJsonArray("failures").getValuesAs(JsonString::getString));
    }

    private static Figure figure(JsonObject json) {
        var value = new Spread(number(json, "value"), number(json, "low"), number(json, "high"));
        Optional<Figure.Bound> bound = json.containsKey("bound")
                ? Optional.of(new Figure.Bound(Figure.Kind.of(json.getString("is")), number(json, "bound")))
                : Optional.empty();
        return new Figure(json.getString("name"), value, json.getString("unit"), bound);
    }

    private static Curve curve(JsonObject json) {
        var series = new ArrayList<Curve.Series>();
        for (var each : objects(json, "series")) {
            var points = each.getJsonArray("points").getValuesAs(JsonValue::asJsonArray).stream()
                    .map(pair -> new Curve.Point(
                            pair.getJsonNumber(0).doubleValue(),
                            pair.getJsonNumber(1).doubleValue()))
                    .toList();
            series.add(new Curve.Series(each.getString("name"), points));
        }
        return new Curve(json.getString("name"), json.getString("x"), json.getString("y"), series);
    }

    private static List<JsonObject> objects(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonObject.class);
    }

    private static double number(JsonObject json, String name) {
        return json.getJsonNumber(name).doubleValue();
    }
}
