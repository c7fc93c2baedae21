package org.mizan.ssr.bridge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mizan.ssr.process.BunExecutable;
import org.mizan.ssr.process.MissingBunException;

/**
 * How workers are started.
 *
 * @param bun finds the executable
 * @param script {@code worker.ts}, with what it imports beside it
 * @param environment the environment, with {@code NODE_ENV}; what keeps Bun from writing files and reporting to its
 *     makers is added
 * @param folder the working directory; should be empty, since Bun reads configuration there
 */
public record Launch(BunExecutable bun, Path script, Map<String, String> environment, Path folder) {
    /** Creates one. */
    public Launch {
        var whole = new TreeMap<>(environment);
        whole.putIfAbsent("DO_NOT_TRACK", "1");
        whole.putIfAbsent("BUN_RUNTIME_TRANSPILER_CACHE_PATH", "0");
        environment = Map.copyOf(whole);
    }

    List<String> command() throws MissingBunException {
        return List.of(bun.find().toString(), "--no-install", script.toString());
    }
}
