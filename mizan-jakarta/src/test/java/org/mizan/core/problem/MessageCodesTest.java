package org.mizan.core.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every code in the sources of the library's modules stands in its package's block of message-ranges.txt. */
class MessageCodesTest {
    private static final Pattern BLOCK = Pattern.compile("(org\\.mizan\\S*)\\s+MIZAN-(\\d{5}) to (\\d{5})");
    private static final Pattern CODE = Pattern.compile("Problem\\.(?:error|warning)\\(\\s*(\\d+)|\"MIZAN-(\\d{5})");

    /** Codes of which two messages tell the same thing of different places. */
    private static final Set<Integer> SHARED = Set.of(207);

    private record Block(int from, int to) {
        boolean holds(int code) {
            return from <= code && code <= to;
        }
    }

    private record Use(int code, String place) {}

    private static Map<String, Block> blocks() throws IOException {
        var blocks = new TreeMap<String, Block>();
        for (var line : Files.readAllLines(Path.of("src/main/resources/message-ranges.txt"))) {
            var block = BLOCK.matcher(line);
            if (block.matches()) {
                blocks.put(
                        block.group(1), new Block(Integer.parseInt(block.group(2)), Integer.parseInt(block.group(3))));
            } else {
                assertTrue(line.isBlank() || line.startsWith("#"), line);
            }
        }
        return blocks;
    }

    /** The block of a package, else of the nearest one above it. */
    private static @Nullable Block nearest(Map<String, Block> blocks, String pack) {
        for (var at = pack; !at.equals("org"); at = at.substring(0, at.lastIndexOf('.'))) {
            var block = blocks.get(at);
            if (block != null) {
                return block;
            }
        }
        return null;
    }

    private static List<Path> sources() throws IOException {
        var found = new ArrayList<Path>();
        try (var modules = Files.list(Path.of(".."))) {
            for (var module : modules.sorted().toList()) {
                var folder = module.resolve("src/main/java/org/mizan");
                if (Files.isDirectory(folder)) {
                    try (var files = Files.walk(folder)) {
                        files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                    }
                }
            }
        }
        return found;
    }

    private static Map<String, List<Use>> uses() throws IOException {
        var uses = new TreeMap<String, List<Use>>();
        for (var source : sources()) {
            var code = CODE.matcher(Files.readString(source));
            var path = source.toString().replace('\\', '/');
            var pack = path.substring(path.indexOf("/org/mizan") + 1, path.lastIndexOf('/'))
                    .replace('/', '.');
            while (code.find()) {
                var number = code.group(1) == null ? code.group(2) : code.group(1);
                uses.computeIfAbsent(pack, p -> new ArrayList<>())
                        .add(new Use(Integer.parseInt(number), source.getFileName() + ":" + code.start()));
            }
        }
        return uses;
    }

    @Test
    void codes_used_lieInTheirPackagesBlock() throws IOException {
        var blocks = blocks();
        var uses = uses();
        assertFalse(uses.isEmpty());
        uses.forEach((pack, of) -> of.forEach(use -> {
            var block = nearest(blocks, pack);
            assertTrue(block != null && block.holds(use.code()), () -> pack + " uses " + use);
        }));
    }

    @Test
    void codes_used_haveOneMeaning() throws IOException {
        var seen = new TreeSet<Integer>();
        var twice = new TreeSet<Integer>();
        uses().values()
                .forEach(of -> of.stream().filter(use -> !seen.add(use.code())).forEach(use -> twice.add(use.code())));
        twice.removeAll(SHARED);
        assertEquals(Set.of(), twice);
    }

    @Test
    void blocks_given_doNotOverlap() throws IOException {
        var blocks = new ArrayList<>(blocks().values());
        for (int i = 0; i < blocks.size(); i++) {
            for (int j = i + 1; j < blocks.size(); j++) {
                var first = blocks.get(i);
                var second = blocks.get(j);
                assertTrue(first.to() < second.from() || second.to() < first.from(), first + " and " + second);
            }
        }
    }
}
