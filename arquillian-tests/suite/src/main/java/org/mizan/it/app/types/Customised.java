package org.mizan.it.app.types;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbNumberFormat;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What annotations of JSON-B change. */
public record Customised(
        @JsonbProperty("other-name") String name,
        @JsonbTransient @Nullable String secret,
        @JsonbTypeAdapter(Centimetres.class) Double length,
        @JsonbTypeAdapter(PointText.class) Point point,
        @JsonbDateFormat("dd.MM.yyyy") LocalDate day,
        @JsonbNumberFormat("0.00") double price) {

    /** What an adapter makes an object of. */
    public record Point(int x, int y) {}

    /** The object that stands for it in JSON. */
    public record PointForm(String at) {}

    /** A number as text. */
    public static class Centimetres implements JsonbAdapter<Double, String> {
        @Override
        public String adaptToJson(Double metres) {
            return Math.round(metres * 100) + "cm";
        }

        @Override
        public Double adaptFromJson(String text) {
            return Double.parseDouble(text.replace("cm", "")) / 100;
        }
    }

    /** An object as another one. */
    public static class PointText implements JsonbAdapter<Point, PointForm> {
        @Override
        public PointForm adaptToJson(Point point) {
            return new PointForm(point.x() + "/" + point.y());
        }

        @Override
        public Point adaptFromJson(PointForm form) {
            var parts = form.at().split("/");
            return new Point(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }
    }
}
