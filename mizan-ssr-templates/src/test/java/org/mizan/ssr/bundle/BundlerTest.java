package org.mizan.ssr.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mizan.ssr.bundle.TestViews.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mizan.core.problem.Problem;
import org.mizan.ssr.process.BunExecutable;

class BundlerTest {
    private static final String[] HELLO = {
        "import { Button } from './parts/Button'",
        "export default function Hello({ name }: { readonly name: string }) {",
        "  return <p>Hello {name} <Button text=\"go\" /></p>",
        "}",
    };
    private static final String[] BUTTON = {
        "export function Button({ text }: { readonly text: string }) {", "  return <button>{text}</button>", "}",
    };
    private static WorkerFiles files;

    @TempDir
    private Path root;

    @BeforeAll
    static void unpack() {
        files = WorkerFiles.unpack();
    }

    @AfterAll
    static void delete() {
        files.close();
    }

    private TestViews hello(Path folder) throws Exception {
        return new TestViews(folder, files)
                .with("views/Hello.tsx", HELLO)
                .with("views/parts/Button.tsx", BUTTON)
                .with(
                        "views/account/Orders.tsx",
                        "import { Button } from '../parts/Button'",
                        "import './orders.css'",
                        "export default function Orders() {",
                        "  return <main className=\"orders\"><Button text=\"order\" /></main>",
                        "}")
                .with("views/account/orders.css", ".orders { color: rebeccapurple }");
    }

    private static List<Problem> problems(TestViews views) {
        return assertThrows(BundleException.class, views::bundle).problems();
    }

    private static Set<String> modules(BundleManifest manifest, String view) {
        return view(manifest, view).modules().stream()
                .map(BundleManifest.File::file)
                .collect(Collectors.toSet());
    }

    @Test
    void severalViews_namedByFolder_shareAChunk() throws Exception {
        var views = hello(root);

        var manifest = views.bundle();

        assertEquals(Set.of("Hello.tsx", "account/Orders.tsx"), manifest.views().keySet());
        var shared = new HashSet<>(modules(manifest, "Hello.tsx"));
        shared.retainAll(modules(manifest, "account/Orders.tsx"));
        assertFalse(shared.isEmpty(), manifest.toString());
        assertFalse(manifest.development());
        assertEquals(
                "<p>Hello <!-- -->Ada<!-- --> <button>go</button></p>", views.rendered(manifest, "Hello.tsx", "Ada"));
        assertEquals(
                "<main class=\"orders\"><button>order</button></main>",
                views.rendered(manifest, "account/Orders.tsx", ""));
    }

    @Test
    void styleSheetImported_isTheViewsOwn() throws Exception {
        var views = hello(root);

        var manifest = views.bundle();

        assertEquals(List.of(), view(manifest, "Hello.tsx").styles());
        var styles = view(manifest, "account/Orders.tsx").styles();
        assertEquals(1, styles.size());
        var name = styles.get(0).file();
        assertTrue(Files.readString(views.client(name)).contains(".orders"), name);
        assertEquals("text/css", manifest.assets().get(name));
    }

    @Test
    void integrity_isTheHashOfWhatIsWritten() throws Exception {
        var views = hello(root);

        var manifest = views.bundle();

        for (var view : manifest.views().values()) {
            var named = Stream.of(Stream.of(view.script()), view.modules().stream(), view.styles().stream())
                    .flatMap(file -> file)
                    .toList();
            for (var file : named) {
                var hash = MessageDigest.getInstance("SHA-384").digest(Files.readAllBytes(views.client(file.file())));
                assertEquals("sha384-" + Base64.getEncoder().encodeToString(hash), file.integrity(), file.file());
                assertTrue(manifest.assets().containsKey(file.file()), file.file());
            }
        }
    }

    @Test
    void sourceMaps_nameTheSources_servedInDevelopmentOnly() throws Exception {
        var views = hello(root);

        var built = views.bundle();
        var script = view(built, "Hello.tsx").server();
        assertTrue(Files.readString(views.output.resolve(script + ".map")).contains("\"views/Hello.tsx\""));
        assertTrue(Files.exists(views.client(view(built, "Hello.tsx").script().file() + ".map")));
        assertTrue(built.assets().keySet().stream().noneMatch(name -> name.endsWith(".map")));

        var development = views.bundler().bundle(views.sources(true));
        var map = view(development, "Hello.tsx").script().file() + ".map";
        assertTrue(development.development());
        assertEquals("application/json", development.assets().get(map));
        assertTrue(Files.exists(views.client(map)));
    }

    @Test
    void sameSourcesElsewhere_sameBytes() throws Exception {
        var first = hello(root.resolve("one"));
        var second = hello(root.resolve("another/place"));

        first.bundle();
        second.bundle();
        var once = first.written();
        first.bundle();

        assertEquals(once, first.written());
        assertEquals(once, second.written());
    }

    @Test
    void app_wrapsEveryView_andIsNone() throws Exception {
        var views = hello(root)
                .with(
                        "views/_app.tsx",
                        "import type { ReactNode } from 'react'",
                        "export default function App(props: { readonly view: string; readonly children?: ReactNode }) {",
                        "  return <div id={props.view}>{props.children}</div>",
                        "}");

        var manifest = views.bundle();

        assertEquals(Set.of("Hello.tsx", "account/Orders.tsx"), manifest.views().keySet());
        assertEquals(
                "<div id=\"account/Orders.tsx\"><main class=\"orders\"><button>order</button></main></div>",
                views.rendered(manifest, "account/Orders.tsx", ""));
    }

    @Test
    void document_isTheShell() throws Exception {
        var views = hello(root)
                .with(
                        "views/_document.tsx",
                        "import type { ComponentType } from 'react'",
                        "interface Props { Head: ComponentType; Root: ComponentType; Scripts: ComponentType; lang: string }",
                        "export default ({ Head, Root, Scripts, lang }: Props) => (",
                        "  <html lang={lang}><head><Head /></head><body className=\"own\"><Root /><Scripts /></body></html>",
                        ")");

        assertEquals(
                "<!DOCTYPE html><html lang=\"__mizan_lang__\"><head><!--mizan:head--></head><body class=\"own\">"
                        + "<!--mizan:root--><!--mizan:scripts--></body></html>",
                views.bundle().document());
    }

    @Test
    void documentWithoutSlots_isRefused() throws Exception {
        var problem = problems(hello(root).with("views/_document.tsx", "export default () => <html />"))
                .get(0);

        assertTrue(problem.toString().contains("MIZAN-01423"), problem.toString());
        assertTrue(problem.toString().contains("_document.tsx"), problem.toString());
    }

    @Test
    void noNodeModules_theLibrarysReact() throws Exception {
        var manifest = hello(root).bundle();

        assertEquals("19.3.1", manifest.react());
        assertTrue(manifest.document().startsWith("<!DOCTYPE html><html lang=\"__mizan_lang__\"><head><meta charSet"));
    }

    @Test
    void mistake_isToldWithItsPlace() throws Exception {
        var problems = problems(
                hello(root).with("views/Broken.tsx", "export default function Broken() {", "  return <p>", "}"));

        assertTrue(
                problems.get(0).toString().matches("(?s).*MIZAN-01420.*views/Broken\\.tsx:[23]:\\d+.*"),
                problems.toString());
    }

    @Test
    void missingModule_isToldWithItsPlace() throws Exception {
        var problems = problems(
                hello(root).with("views/Lost.tsx", "import x from './nowhere'", "export default () => <p>{x}</p>"));

        assertTrue(
                problems.get(0).toString().matches("(?s).*MIZAN-01420.*views/Lost\\.tsx:1:\\d+.*nowhere.*"),
                problems.toString());
    }

    @Test
    void twoReacts_areRefused() throws Exception {
        var views = hello(root)
                .withPackages("node_modules", "react", "react-dom", "scheduler")
                .withPackages("views/parts/node_modules", "react");

        var problem = problems(views).get(0).toString();

        assertTrue(problem.contains("MIZAN-01421"), problem);
        assertTrue(problem.contains(Path.of("views/parts/node_modules/react").toString()), problem);
    }

    @Test
    void reactOfTheApplication_isUsed() throws Exception {
        var views = hello(root)
                .withPackages("node_modules", "react", "react-dom", "scheduler")
                .withVersion("node_modules/react", "19.3.1-own")
                .withVersion("node_modules/react-dom", "19.3.1-own");

        var manifest = views.bundle();

        assertEquals("19.3.1-own", manifest.react());
        assertEquals(
                "<main class=\"orders\"><button>order</button></main>",
                views.rendered(manifest, "account/Orders.tsx", ""));
    }

    @Test
    void react18_ofTheApplication_isUsed_onBothSides() throws Exception {
        var views = hello(root)
                .withReact18()
                .with(
                        "views/Version.tsx",
                        "import { useId, version } from 'react'",
                        "export default ({ name }: { readonly name: string }) => (",
                        "  <main id={useId()}><title>{name}</title>{version}</main>",
                        ")");

        var manifest = views.bundle();

        assertEquals("18.3.1", manifest.react());
        assertEquals(
                "<p>Hello <!-- -->Ada<!-- --> <button>go</button></p>", views.rendered(manifest, "Hello.tsx", "Ada"));
        // React 19 would put the title in front, and write other ids.
        assertEquals(
                "<main id=\":R0:\"><title>Ada</title>18.3.1</main>", views.rendered(manifest, "Version.tsx", "Ada"));
        var scripts = views.written().entrySet().stream()
                .filter(file -> file.getKey().matches("client.*\\.js"))
                .map(Map.Entry::getValue)
                .toList();
        assertTrue(scripts.stream().anyMatch(script -> script.contains("18.3.1")));
        assertTrue(scripts.stream().noneMatch(script -> script.contains("19.3.1")));
    }

    @Test
    void jsx_isAView() throws Exception {
        var views = hello(root).with("views/Plain.jsx", "export default ({ name }) => <p>plain {name}</p>");

        assertEquals("<p>plain <!-- -->Ada</p>", views.rendered(views.bundle(), "Plain.jsx", "Ada"));
    }

    @Test
    void smallestSample_rendersWithoutNpm() throws Exception {
        var sample = Path.of("../samples/hello/src/main/webapp/WEB-INF/views/Hello.tsx");
        var views = new TestViews(root, files).with("views/Hello.tsx", Files.readString(sample));

        var html = views.rendered(views.bundle(), "Hello.tsx", "Ada");

        assertTrue(html.contains("<h1>Hello, <!-- -->Ada<!-- -->!</h1>"), html);
        assertTrue(html.contains("Clicked <!-- -->0<!-- --> times"), html);
    }

    @Test
    void reactAndReactDomOfDifferentVersions_areRefused() throws Exception {
        var views = hello(root)
                .withPackages("node_modules", "react", "react-dom", "scheduler")
                .withVersion("node_modules/react-dom", "19.0.0");

        var problem = problems(views).get(0).toString();

        assertTrue(problem.contains("MIZAN-01422"), problem);
        assertTrue(problem.contains("19.0.0"), problem);
    }

    @Test
    void reactDomFurtherUpOfAnotherVersion_isRefused() throws Exception {
        var views = hello(root.resolve("shop"))
                .withPackages("node_modules", "react")
                .withPackages("../node_modules", "react-dom", "scheduler")
                .withVersion("../node_modules/react-dom", "19.0.0");

        var problem = problems(views).get(0).toString();

        assertTrue(problem.contains("MIZAN-01422"), problem);
    }

    @Test
    void reactFurtherUp_thanTheNearestFolderOfPackages_isUsed() throws Exception {
        var views = hello(root.resolve("shop"))
                .withPackages("node_modules", "react")
                .withPackages("../node_modules", "react-dom", "scheduler");

        assertEquals("19.3.1", views.bundle().react());
    }

    @Test
    void reactWithoutReactDom_isRefused() throws Exception {
        var problem = problems(hello(root).withPackages("node_modules", "react"))
                .get(0)
                .toString();

        assertTrue(problem.contains("MIZAN-01422"), problem);
        assertTrue(problem.contains("react-dom"), problem);
        assertFalse(problem.contains("ENOENT"), problem);
    }

    @Test
    void viewLinkedFromElsewhere_hasTheNameOfTheLink() throws Exception {
        var views = hello(root).with("elsewhere/Real.tsx", "export default () => <i>real</i>");
        Files.createSymbolicLink(root.resolve("views/Linked.tsx"), root.resolve("elsewhere/Real.tsx"));

        var manifest = views.bundle();

        assertEquals(
                Set.of("Hello.tsx", "Linked.tsx", "account/Orders.tsx"),
                manifest.views().keySet());
        assertEquals("<i>real</i>", views.rendered(manifest, "Linked.tsx", ""));
    }

    @Test
    void reactAroundTheFolderOfTheApplication_isNotTaken() throws Exception {
        var views = hello(root.resolve("app"))
                .withPackages("../node_modules", "react", "react-dom", "scheduler")
                .withVersion("../node_modules/react", "19.3.1-foreign")
                .withVersion("../node_modules/react-dom", "19.3.1-foreign");

        assertEquals("19.3.1-foreign", views.bundle().react());
        assertEquals("19.3.1", views.bundler().bundle(views.deployed()).react());
    }

    @Test
    void moduleAroundTheFolderOfTheApplication_isRefused() throws Exception {
        var views = hello(root.resolve("app"))
                .with("../node_modules/foreign/package.json", "{\"name\": \"foreign\", \"main\": \"index.js\"}")
                .with("../node_modules/foreign/index.js", "module.exports = { text: 'foreign' }")
                .with("views/Foreign.tsx", "import { text } from 'foreign'", "export default () => <p>{text}</p>");

        assertEquals("<p>foreign</p>", views.rendered(views.bundle(), "Foreign.tsx", ""));
        var problems = assertThrows(BundleException.class, () -> views.bundler().bundle(views.deployed()))
                .problems();
        assertTrue(problems.get(0).toString().contains("MIZAN-01429"), problems.toString());
    }

    @Test
    void filesWithinTheFolderOfTheApplication_areBundled() throws Exception {
        var views = hello(root)
                .with("views/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                .with("views/Icon.tsx", "import icon from './icon.svg'", "export default () => <img src={icon} />");

        assertTrue(views.bundler().bundle(views.deployed()).views().containsKey("Icon.tsx"));
    }

    @Test
    void bundlerThatHangs_isKilled_andTold() throws Exception {
        var views = hello(root).with("views/_document.tsx", "export default () => { for (;;); }");

        var problems = assertThrows(BundleException.class, () -> views.bundler(Duration.ofSeconds(2))
                        .bundle(views.sources(false)))
                .problems();

        assertTrue(problems.get(0).toString().contains("MIZAN-01428"), problems.toString());
    }

    @Test
    void close_endsWhatIsBundled() throws Exception {
        var views = hello(root).with("views/_document.tsx", "export default () => { for (;;); }");
        var bundler = views.bundler();
        var before = ProcessHandle.current().children().collect(Collectors.toSet());
        var thread = new Thread(() -> {
            while (ProcessHandle.current().children().allMatch(before::contains)) {
                Thread.onSpinWait();
            }
            bundler.close();
        });
        thread.start();

        var problems = assertThrows(BundleException.class, () -> bundler.bundle(views.sources(false)))
                .problems();
        assertTrue(problems.get(0).toString().contains("MIZAN-0142"), problems.toString());
    }

    @Test
    void noBun_isTold() throws Exception {
        var views = hello(root);
        var nowhere = views.bundler(new BunExecutable(Optional.empty(), List.of(root), null));

        var problems = assertThrows(BundleException.class, () -> nowhere.bundle(views.sources(false)))
                .problems();

        assertEquals(1, problems.size());
        assertTrue(problems.get(0).toString().contains("MIZAN-01427"), problems.toString());
    }
}
