package org.mizan.codegen.output;

import java.nio.file.Path;
import org.mizan.core.problem.Problem;

/** The messages of this package: codes 02060 to 02079. */
final class OutputMessages {
    private OutputMessages() {}

    static Problem overwritten(Path file) {
        return Problem.warning(
                2060,
                file.toString(),
                "it was edited by hand; what was generated has taken its place.",
                "Change the Java classes instead, or write a module of your own that imports this one.");
    }

    static Problem staleEdited(Path file) {
        return Problem.warning(
                2061,
                file.toString(),
                "it is no longer generated, but was edited by hand, so it stays.",
                "Delete it, or move what you need of it.");
    }

    static Problem foreign(Path file) {
        return Problem.error(
                2062,
                file.toString(),
                "it stands where a generated file belongs, but was not generated.",
                "Give the client a folder of its own, or delete this file.");
    }

    static Problem badManifest(Path file, String why) {
        return Problem.error(
                2063, file.toString(), "it cannot be read: " + why + ".", "Delete the folder and generate again.");
    }

    static Problem unwritable(Path file, String why) {
        return Problem.error(2064, file.toString(), "it cannot be written: " + why + ".", "Check its permissions.");
    }

    static Problem differs(Path folder, String diff) {
        return Problem.error(
                2065,
                folder.toString(),
                "the client is not what the classes say:\n" + diff + "\n",
                "Run mvn process-classes (or mizan generate) and commit the result.");
    }
}
