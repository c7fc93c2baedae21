package org.mizan.ssr.bundle;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a bundle consists of.
 *
 * @param react the version of React in it
 * @param development whether it was made for development
 * @param document the shell of all pages, with its slots
 * @param views the views by name
 * @param assets the media types of the files that browsers may load, by name
 */
public record BundleManifest(
        String react, boolean development, String document, Map<String, View> views, Map<String, String> assets) {
    /** The name of its file. */
    public static final String FILE = "manifest.json";

    private static final int VERSION = 1;

    /** Copies the maps. */
    public BundleManifest {
        views = Map.copyOf(views);
        assets = Map.copyOf(assets);
    }

    /**
     * A view.
     *
     * @param server what the worker imports, relative to the bundle
     * @param script the browser's entry
     * @param modules what the entry imports
     * @param styles its style sheets
     */
    public record View(String server, File script, List<File> modules, List<File> styles) {}

    /**
     * A file that browsers load.
     *
     * @param file its name, relative to the bundle's {@code client} folder
     * @param integrity its hash (Subresource Integrity §3.1)
     */
    public record File(String file, String integrity) {}

    /**
     * Reads a manifest.
     *
     * @throws IllegalStateException with a coded message when it is not one of this version
     */
    public static BundleManifest read(Path file, JsonProvider provider) {
        try (var reader = provider.createReader(Files.newInputStream(file))) {
            var json = reader.readObject();
            if (json.getInt("version") != VERSION) {
                throw new IllegalStateException(BundleMessages.otherVersion(file));
            }
            return new BundleManifest(
                    json.getString("react"),
                    json.getBoolean("development"),
                    json.getString("document"),
                    views(json.getJsonObject("views")),
                    assets(json.getJsonObject("assets")));
        } catch (IOException | JsonException | ClassCastException | NullPointerException e) {
            throw new IllegalStateException(BundleMessages.unreadable(file, e), e);
        }
    }

    private static Map<String, View> views(JsonObject json) {
        var views = new TreeMap<String, View>();
        json.forEach((name, value) -> {
            var view = value.asJsonObject();
            views.put(
                    name,
                    new View(
                            view.getString("server"),
                            file(view.getJsonObject("script")),
                            view.getJsonArray("modules").stream()
                                    .map(BundleManifest::file)
                                    .toList(),
                            view.getJsonArray("styles").stream()
                                    .map(BundleManifest::file)
                                    .toList()));
        });
        return views;
    }

    private static File file(JsonValue json) {
        return new File(
                json.asJsonObject().getString("file"), json.asJsonObject().getString("integrity"));
    }

    private static Map<String, String> assets(JsonObject json) {
        var assets = new TreeMap<String, String>();
        json.forEach((name, type) -> assets.put(name, ((JsonString) type).getString()));
        return assets;
    }
}
