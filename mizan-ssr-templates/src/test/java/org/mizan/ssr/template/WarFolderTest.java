package org.mizan.ssr.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real archive, as a server reads it that does not unpack: there is no real path. */
class WarFolderTest {
    private static final String VIEWS = "/WEB-INF/views/";

    @TempDir
    private Path temp;

    private Path copies;
    private FileSystem archive;

    @BeforeEach
    void open() throws IOException {
        copies = temp.resolve("copies/views");
        archive = FileSystems.newFileSystem(temp.resolve("shop.war"), Map.of("create", "true"));
        add("/WEB-INF/views/Hello.tsx", "hello");
        add("/WEB-INF/views/account/old/Orders.tsx", "orders");
        add("/WEB-INF/web.xml", "<web-app/>");
    }

    @AfterEach
    void close() throws IOException {
        archive.close();
    }

    private void add(String name, String text) throws IOException {
        var file = archive.getPath(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private ServletContext context(Optional<Path> unpacked) {
        return (ServletContext) Proxy.newProxyInstance(
                ServletContext.class.getClassLoader(), new Class<?>[] {ServletContext.class}, (proxy, method, args) -> {
                    var name = (String) args[0];
                    return switch (method.getName()) {
                        case "getRealPath" -> unpacked.map(root -> root + name).orElse(null);
                        case "getResourcePaths" -> children(archive.getPath(name));
                        case "getResourceAsStream" -> Files.newInputStream(archive.getPath(name));
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private static @Nullable Set<String> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return null;
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file + (Files.isDirectory(file) ? "/" : ""))
                    .collect(Collectors.toSet());
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    @Test
    void folderOfAnArchive_isCopied_withAllBelowIt_andNothingElse() throws IOException {
        var folder = WarFolder.onDisk(context(Optional.empty()), VIEWS, copies);
        assertEquals(Optional.of(copies), folder);
        assertEquals(Map.of("Hello.tsx", "hello", "account/old/Orders.tsx", "orders"), contents(copies));
        assertEquals(
                Map.of("views/Hello.tsx", "hello", "views/account/old/Orders.tsx", "orders"),
                contents(temp.resolve("copies")));
    }

    @Test
    void folderThatWasCopied_isCopiedAgain_overIt() throws IOException {
        WarFolder.onDisk(context(Optional.empty()), VIEWS, copies);
        add("/WEB-INF/views/Hello.tsx", "hello again");
        WarFolder.onDisk(context(Optional.empty()), VIEWS, copies);
        assertEquals("hello again", contents(copies).get("Hello.tsx"));
    }

    @Test
    void folderThatIsNotThere_isNone() {
        assertTrue(WarFolder.onDisk(context(Optional.empty()), "/WEB-INF/mizan/", copies)
                .isEmpty());
        assertTrue(Files.notExists(copies));
    }

    @Test
    void folderOnTheDisk_staysInItsPlace() throws IOException {
        var unpacked = Files.createDirectories(temp.resolve("unpacked" + VIEWS));
        var folder = WarFolder.onDisk(context(Optional.of(temp.resolve("unpacked"))), VIEWS, copies);
        assertEquals(unpacked, folder.orElseThrow());
        assertTrue(Files.notExists(copies));
    }
}
