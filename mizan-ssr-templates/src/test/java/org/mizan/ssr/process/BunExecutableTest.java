package org.mizan.ssr.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BunExecutableTest {
    private static final Path NPM = Path.of("src/test/typescript");

    @TempDir
    private Path empty;

    private static Path found() throws MissingBunException {
        return new BunExecutable(Optional.empty(), List.of(NPM), null).find();
    }

    @Test
    void nodeModules_ofAFolderAbove_areSearched() throws MissingBunException {
        var views = NPM.resolve("worker/views");
        var above = new BunExecutable(Optional.empty(), BunExecutable.andAbove(views), null);

        assertEquals(found(), above.find());
        assertTrue(found().isAbsolute());
    }

    @Test
    void nodeModules_aroundAFolder_areNot() {
        var here = new BunExecutable(Optional.empty(), List.of(empty, NPM.resolve("worker/views")), null);

        assertThrows(MissingBunException.class, here::find);
    }

    @Test
    void configuredFile_comesFirst() throws MissingBunException {
        var bun = new BunExecutable(Optional.of(found().toString()), List.of(), null);

        assertEquals(found(), bun.find());
    }

    @Test
    void configuredFileThatIsNone_isRefused_whateverElseThereIs() {
        var bun = new BunExecutable(Optional.of(empty.resolve("bun").toString()), List.of(NPM), null);

        var e = assertThrows(MissingBunException.class, bun::find);
        assertTrue(e.getMessage().startsWith("MIZAN-01381: mizan.ssr.bun: "));
    }

    @Test
    void path_isSearchedLast() throws MissingBunException {
        var path =
                "relative" + File.pathSeparator + File.pathSeparator + empty + File.pathSeparator + found().getParent();

        assertEquals(found(), new BunExecutable(Optional.empty(), List.of(empty), path).find());
    }

    @Test
    void nothingFound_namesAllThreeWays() {
        var bun = new BunExecutable(Optional.empty(), List.of(empty), empty.toString());

        var message = assertThrows(MissingBunException.class, bun::find).getMessage();
        assertTrue(message.startsWith("MIZAN-01380: "), message);
        for (var way : List.of("mizan.ssr.bun", "node_modules/@oven/bun-", "PATH")) {
            assertTrue(message.contains(way), message);
        }
    }
}
