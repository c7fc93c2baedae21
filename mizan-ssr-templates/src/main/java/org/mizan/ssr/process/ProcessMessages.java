package org.mizan.ssr.process;

import java.nio.file.Path;
import java.util.List;
import org.mizan.core.problem.Problem;

/** The messages of this package: codes 01380 to 01399. */
final class ProcessMessages {
    private ProcessMessages() {}

    static Problem missing(String name, List<Path> folders) {
        return Problem.error(
                1380,
                "Bun",
                "it is not there: mizan.ssr.bun is not set, no node_modules/@oven/" + name + " lies in " + folders
                        + ", and PATH has no bun.",
                "Set mizan.ssr.bun to the executable, or add @oven/" + name
                        + " to the package.json and run npm ci, or install Bun where PATH finds it.");
    }

    static Problem notExecutable(String configured) {
        return Problem.error(
                1381,
                "mizan.ssr.bun",
                "'" + configured + "' is no executable file.",
                "Set it to the absolute path of the executable, or remove it: Bun is then looked for in node_modules and"
                        + " in PATH.");
    }
}
