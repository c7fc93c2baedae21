package org.mizan.codegen.scan;

import java.nio.file.Path;
import org.mizan.core.problem.Problem;

/** The messages of this package: codes 02020 to 02039. */
final class ScanMessages {
    private ScanMessages() {}

    static Problem noClasses(Path directory) {
        return Problem.error(
                2020, directory.toString(), "there is no such directory of classes.", "Compile first: mvn compile.");
    }

    static Problem unreadable(Path file, String why) {
        return Problem.error(2021, file.toString(), "it cannot be read: " + why + ".", "Build it again.");
    }

    static Problem missingClass(String type, String missing) {
        return Problem.error(
                2022,
                type,
                "it cannot be understood without " + missing + ", which is not on the class path.",
                "Add the library that has it, with --libraries or --provided on the command line.");
    }

    static Problem noBean(String type) {
        return Problem.warning(
                2023,
                type,
                "it has @Client methods, but nothing makes it a bean: servers pass it over, and so does the client.",
                "Annotate it @ApplicationScoped, or another scope.");
    }

    static Problem exclusions(String beansXml) {
        return Problem.warning(
                2024,
                beansXml,
                "it excludes classes from discovery, which the generator does not understand: the client may have"
                        + " functions that the server has not.",
                "Use @Vetoed on those classes instead.");
    }

    static Problem hiddenNullable(String annotation) {
        return Problem.warning(
                2025,
                annotation,
                "the application uses it, but its library has the scope \"provided\" and will not be in the archive:"
                        + " the server will not see it and takes what is annotated as required. So does the client.",
                "Give the library the scope \"compile\".");
    }

    static Problem noFunctions(String places) {
        return Problem.warning(
                2026,
                places,
                "no bean there has a @Client method.",
                "Is it the directory of the application's classes?");
    }
}
