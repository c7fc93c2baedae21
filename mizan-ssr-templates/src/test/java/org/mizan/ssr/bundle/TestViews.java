package org.mizan.ssr.bundle;

import jakarta.json.Json;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.mizan.core.config.SsrSettings;
import org.mizan.ssr.bridge.Bridge;
import org.mizan.ssr.bridge.Launch;
import org.mizan.ssr.bridge.RenderException;
import org.mizan.ssr.bridge.RenderRequest;
import org.mizan.ssr.process.BunExecutable;

/** An application's folder with views, bundled and rendered by a real Bun. */
final class TestViews {
    private static final Path NPM = Path.of("src/test/typescript");
    private static final BunExecutable BUN = new BunExecutable(Optional.empty(), List.of(NPM), null);

    final Path root;
    final Path output;
    private final WorkerFiles files;

    TestViews(Path root, WorkerFiles files) {
        this.root = root;
        this.output = root.resolve("bundle");
        this.files = files;
    }

    /** Writes a file, named as seen from the application's folder. */
    TestViews with(String name, String... lines) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, String.join("\n", lines) + "\n");
        return this;
    }

    /** Copies packages of the library's own React. */
    TestViews withPackages(String folder, String... names) throws IOException {
        for (var name : names) {
            copy(files.react().resolve(name), root.resolve(folder).resolve(name));
        }
        return this;
    }

    /** Installs the React 18 that npm has fetched under another name, as npm lays it. */
    TestViews withReact18() throws IOException {
        for (var name : List.of("react", "react-dom")) {
            copy(
                    NPM.resolve("node_modules").resolve(name + "-18"),
                    root.resolve("node_modules").resolve(name));
        }
        return this;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var copied = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copied.getParent()));
                Files.copy(file, copied);
            }
        }
    }

    /** Has a package say that it is of another version. */
    TestViews withVersion(String folder, String version) throws IOException {
        var file = root.resolve(folder).resolve("package.json");
        var text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"version\": *\"[^\"]*\"", "\"version\": \"" + version + "\""));
        return this;
    }

    Sources sources(boolean development) {
        return new Sources(root.resolve("views"), Optional.empty(), output, Optional.empty(), development);
    }

    /** As in an archive: nothing around the folder is the application's. */
    Sources deployed() {
        return new Sources(root.resolve("views"), Optional.empty(), output, Optional.of(root), false);
    }

    Bundler bundler(Duration limit) {
        return new Bundler(BUN, files, JsonProvider.provider(), limit);
    }

    Bundler bundler() {
        return bundler(BUN);
    }

    Bundler bundler(BunExecutable bun) {
        return new Bundler(bun, files, JsonProvider.provider());
    }

    BundleManifest bundle() throws BundleException, InterruptedException {
        return bundler().bundle(sources(false));
    }

    /** What a worker renders of a bundled view, with one property, {@code name}. */
    String rendered(BundleManifest manifest, String view, String name) throws IOException, RenderException {
        var launch = new Launch(
                BUN,
                files.worker(),
                Map.of("NODE_ENV", "production", "MIZAN_ASSETS", "/shop/mizan-assets/"),
                Files.createDirectories(root.resolve("empty")));
        var params = Json.createObjectBuilder()
                .add("file", output.resolve(view(manifest, view).server()).toString())
                .add("view", view)
                .add("props", Json.createObjectBuilder().add("name", name))
                .build();
        var log = System.getLogger(TestViews.class.getName());
        try (var bridge = new Bridge(SsrSettings.defaults(), launch, JsonProvider.provider(), log)) {
            var rendered = bridge.render(new RenderRequest(view, params.toString()));
            return new String(rendered.html(), StandardCharsets.UTF_8);
        }
    }

    static BundleManifest.View view(BundleManifest manifest, String name) {
        return Objects.requireNonNull(manifest.views().get(name), () -> name + " in " + manifest.views());
    }

    /** A file that browsers load. */
    Path client(String name) {
        return output.resolve("client").resolve(name);
    }

    /** All that is in the bundle, by name. */
    Map<String, String> written() throws IOException {
        var contents = new TreeMap<String, String>();
        try (var all = Files.walk(output)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                contents.put(
                        output.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
