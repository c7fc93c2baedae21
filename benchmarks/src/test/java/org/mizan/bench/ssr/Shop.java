package org.mizan.bench.ssr;

import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mizan.bench.app.CompiledApplication;
import org.mizan.ssr.bundle.BundleException;
import org.mizan.ssr.bundle.Bundler;
import org.mizan.ssr.bundle.Sources;
import org.mizan.ssr.bundle.WorkerFiles;
import org.mizan.ssr.process.BunExecutable;

/**
 * The storefront with a tiny view beside its own, bundled anew, and with a few resources that only a benchmark needs;
 * the same two views bundled for Node.
 */
final class Shop implements AutoCloseable {
    static final String PRODUCT = "/products/5";
    static final String TINY = "/bench/tiny";
    static final String PRERENDERED = "/bench/prerendered/5";
    static final String CONSTANT = "/bench/constant";
    /** The text of {@link #CONSTANT} as an MVC view. */
    static final String FLOOR = "/bench/floor";

    private static final String CONTROLLERS = """
            package bench;

            import jakarta.enterprise.context.RequestScoped;
            import jakarta.inject.Inject;
            import jakarta.mvc.Controller;
            import jakarta.mvc.Models;
            import jakarta.ws.rs.GET;
            import jakarta.ws.rs.Path;
            import jakarta.ws.rs.PathParam;
            import org.mizan.Client;
            import org.mizan.Prerender;
            import org.mizan.samples.storefront.catalog.ProductContext;

            @Path("/bench")
            @%s
            public class %s {
            """;
    private static final String TINY_PAGE = CONTROLLERS.formatted("RequestScoped", "TinyPage") + """
                @Inject
                Models models;

                @GET
                @Path("tiny")
                @Controller
                public String tiny() {
                    models.put("name", "world");
                    return "Tiny.tsx";
                }

                @GET
                @Path("floor")
                @Controller
                public String floor() {
                    return "constant.text";
                }

                @GET
                @Path("prerendered/{productId}")
                @Controller
                @Prerender
                @Client(context = ProductContext.class)
                public String prerendered(@PathParam("productId") long productId) {
                    models.put("address", "/products/" + productId);
                    models.put("missing", false);
                    return "ProductPage.tsx";
                }
            }
            """;
    private static final String CONSTANT_PAGE =
            CONTROLLERS.formatted("jakarta.enterprise.context.ApplicationScoped", "ConstantPage") + """
                private volatile String text = "";

                @GET
                @Path("pages/ready")
                public String ready() {
                    return "ready";
                }

                @GET
                @Path("size/{size}")
                public String size(@PathParam("size") int size) {
                    text = "x".repeat(size);
                    return "ok";
                }

                @GET
                @Path("constant")
                @jakarta.ws.rs.Produces("text/html;charset=UTF-8")
                public String constant() {
                    return text;
                }
            }
            """;
    private static final String CONSTANT_VIEW = """
            package bench;

            import jakarta.enterprise.context.ApplicationScoped;
            import jakarta.inject.Inject;
            import jakarta.mvc.engine.ViewEngine;
            import jakarta.mvc.engine.ViewEngineContext;
            import jakarta.mvc.engine.ViewEngineException;
            import java.io.IOException;
            import java.nio.charset.StandardCharsets;

            @ApplicationScoped
            public class ConstantView implements ViewEngine {
                @Inject
                ConstantPage page;

                @Override
                public boolean supports(String view) {
                    return view.endsWith(".text");
                }

                @Override
                public void processView(ViewEngineContext context) throws ViewEngineException {
                    try {
                        context.getOutputStream().write(page.constant().getBytes(StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new ViewEngineException(e);
                    }
                }
            }
            """;
    private static final String TINY_VIEW = """
            export default function Tiny({ name }: { readonly name: string }) {
              return <main><h1>Hello {name}</h1></main>
            }
            """;

    private final WorkerFiles files;
    private final BunExecutable bun;
    private final Path folder;
    private final Path storefront;

    private Shop(WorkerFiles files, BunExecutable bun, Path folder, Path storefront) {
        this.files = files;
        this.bun = bun;
        this.folder = folder;
        this.storefront = storefront;
    }

    static Shop prepare() throws IOException, InterruptedException, BundleException {
        var storefront = Path.of(System.getProperty("mizan.bench.storefront"))
                .toAbsolutePath()
                .normalize();
        var sources = storefront.resolve("src/main/frontend");
        var folder = Files.createDirectories(Path.of(System.getProperty("mizan.bench.target"))
                .toAbsolutePath()
                .resolve("ssr"));
        var bun = new BunExecutable(Optional.empty(), List.of(sources), System.getenv("PATH"));
        var shop = new Shop(WorkerFiles.unpack(), bun, folder, storefront);
        var frontend = folder.resolve("frontend");
        copy(sources, frontend);
        var modules = frontend.resolve("node_modules");
        if (!Files.exists(modules)) {
            Files.createSymbolicLink(modules, sources.resolve("node_modules"));
        }
        Files.writeString(frontend.resolve("views/Tiny.tsx"), TINY_VIEW);
        shop.bundle(frontend);
        shop.archive();
        shop.forNode(frontend);
        return shop;
    }

    private void bundle(Path frontend) throws BundleException, InterruptedException {
        var of = new Sources(
                frontend.resolve("views"), Optional.of(frontend.resolve("mizan")), bundle(), Optional.empty(), false);
        new Bundler(bun, files, JsonProvider.provider()).bundle(of);
    }

    private void archive() throws IOException {
        Files.copy(storefront.resolve("target/storefront-krazo.war"), war(), StandardCopyOption.REPLACE_EXISTING);
        var classPath = storefront.resolve("target/classes");
        var classes = CompiledApplication.compile(
                        Map.of(
                                "bench.TinyPage", TINY_PAGE,
                                "bench.ConstantPage", CONSTANT_PAGE,
                                "bench.ConstantView", CONSTANT_VIEW),
                        folder.resolve("classes"),
                        List.of(classPath))
                .classes();
        try (var war = FileSystems.newFileSystem(URI.create("jar:" + war().toUri()), Map.of())) {
            var bundled = war.getPath("/WEB-INF/mizan");
            try (var old = Files.walk(bundled)) {
                for (var file : old.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
            copy(bundle(), bundled);
            // Its nonce is another on each page, and a page with one is never kept.
            Files.delete(war.getPath("/WEB-INF/classes/org/mizan/samples/storefront/web/PageSecurity.class"));
            copy(classes, war.getPath("/WEB-INF/classes"));
        }
    }

    /** With the npm packages of that side, and nothing of Bun in it. */
    private void forNode(Path frontend) throws IOException, InterruptedException {
        copy(Path.of(System.getProperty("mizan.bench.ssr")), peers());
        run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"));
        var command = new ArrayList<>(List.of(bun.find().toString(), "build"));
        for (var view : List.of("ProductPage", "Tiny")) {
            var entry = peers().resolve(view + "Entry.js");
            Files.writeString(entry, """
                    import View from '%1$s/views/%3$s.tsx'
                    import App from '%1$s/views/_app.tsx'
                    import { createClient } from '%1$s/mizan/index.ts'
                    import { hydration } from '%1$s/mizan/runtime/index.ts'
                    import { MizanProvider } from '%1$s/mizan/runtime/react.ts'
                    import { RenderEnvironmentProvider } from '%1$s/mizan/runtime/environment.ts'
                    import { renderer } from '%2$s/glue/server.tsx'
                    const mizan = { createClient, hydration, MizanProvider, RenderEnvironmentProvider }
                    export const render = renderer({ View, App, mizan })
                    """.formatted(frontend, files.worker().getParent(), view));
            command.add(entry.toString());
        }
        command.addAll(List.of(
                "--target=node",
                "--minify",
                "--define=process.env.NODE_ENV=\"production\"",
                "--external=react",
                "--external=react/*",
                "--external=react-dom",
                "--external=react-dom/*",
                "--outdir=" + peers().resolve("node")));
        run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        var log = folder.resolve("peers.log");
        var builder = new ProcessBuilder(command).directory(peers().toFile());
        builder.environment().put("NODE_ENV", "production");
        var process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (process.waitFor() != 0) {
            throw new IOException(command.get(0) + " ended with " + process.exitValue() + ", see " + log);
        }
    }

    WorkerFiles files() {
        return files;
    }

    BunExecutable bun() {
        return bun;
    }

    Path folder() {
        return folder;
    }

    Path peers() {
        return folder.resolve("peers");
    }

    Path bundle() {
        return folder.resolve("bundle");
    }

    Path war() {
        return folder.resolve("shop.war");
    }

    /** What renders a view in Bun. */
    Path forBun(String view) throws IOException {
        try (var scripts = Files.list(bundle().resolve("server"))) {
            return scripts.filter(file -> file.getFileName().toString().matches(view + "-[a-z0-9]+\\.js"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What renders a view in Node. */
    Path forNode(String view) {
        return peers().resolve("node").resolve(view + "Entry.js");
    }

    @Override
    public void close() {
        files.close();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (directory.endsWith("node_modules")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(directory).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
