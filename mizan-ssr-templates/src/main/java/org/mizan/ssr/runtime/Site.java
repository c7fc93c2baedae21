package org.mizan.ssr.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.mizan.ssr.ViewException;
import org.mizan.ssr.asset.Asset;
import org.mizan.ssr.bundle.BundleManifest;
import org.mizan.ssr.page.ClientFiles;
import org.mizan.ssr.page.Document;
import org.mizan.ssr.template.ViewNames;

/** A bundle that is ready: what is rendered for each view, and what the browser loads. Immutable. */
final class Site {
    private final Path folder;
    private final BundleManifest manifest;
    private final Document document;
    private final Map<String, View> views = new HashMap<>();
    private final String edition;

    /** A view: what the worker imports, and what the browser loads. */
    record View(Path server, ClientFiles files) {}

    /**
     * Reads a bundle.
     *
     * @param folder where its files are
     * @param assets the path of the client's files in URLs, ending in a slash
     */
    Site(Path folder, BundleManifest manifest, String assets) {
        this.folder = folder;
        this.manifest = manifest;
        this.document = new Document(manifest.document());
        this.edition = edition(manifest);
        manifest.views()
                .forEach((name, view) -> views.put(
                        name,
                        new View(
                                folder.resolve(view.server()),
                                new ClientFiles(
                                        assets,
                                        file(view.script()),
                                        view.modules().stream().map(Site::file).toList(),
                                        view.styles().stream().map(Site::file).toList()))));
    }

    private static ClientFiles.File file(BundleManifest.File file) {
        return new ClientFiles.File(file.file(), file.integrity());
    }

    /**
     * A view by its name.
     *
     * @throws ViewException when the name leads out of the folder of views, or there is no such view
     */
    View view(String name) {
        var view = views.get(name);
        if (view == null) {
            try {
                ViewNames.requireInside(name);
            } catch (IllegalArgumentException e) {
                throw new ViewException(String.valueOf(e.getMessage()), null);
            }
            throw new ViewException(ViewNames.unknown(name, views.keySet()), null);
        }
        return view;
    }

    /** The names of everything that pages are made of, which have hashes of their content in them. */
    String edition() {
        return edition;
    }

    private static String edition(BundleManifest manifest) {
        var parts = new TreeMap<String, String>();
        manifest.views()
                .forEach((name, view) ->
                        parts.put(name, view.server() + view.script() + view.modules() + view.styles()));
        return UUID.nameUUIDFromBytes((manifest.document() + parts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    Document document() {
        return document;
    }

    /** A file that the browser may load; empty for every other name. */
    Optional<Asset> asset(String name) {
        var mediaType = manifest.assets().get(name);
        if (mediaType == null) {
            return Optional.empty();
        }
        var file = folder.resolve("client").resolve(name);
        return Files.isRegularFile(file) ? Optional.of(new Asset(file, mediaType)) : Optional.empty();
    }

    /** Refuses views whose files are links to somewhere else: who can write them could show every file of the server. */
    static void requireNoLinksOut(Path views) {
        try (var files = Files.walk(views)) {
            var root = views.toRealPath();
            var outside = files.filter(Files::isSymbolicLink)
                    .filter(link -> !leadsInto(root, link))
                    .findFirst();
            if (outside.isPresent()) {
                throw new ViewException(
                        "MIZAN-01306: " + outside.get()
                                + " is a link that leads out of the folder of views. Put the file" + " itself there.",
                        null);
            }
        } catch (IOException e) {
            throw new ViewException(
                    "MIZAN-01307: the folder of views " + views + " cannot be read. Check that it is there.", e);
        }
    }

    private static boolean leadsInto(Path root, Path link) {
        try {
            return link.toRealPath().startsWith(root);
        } catch (IOException e) {
            return false;
        }
    }
}
