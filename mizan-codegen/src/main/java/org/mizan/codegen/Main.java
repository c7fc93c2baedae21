package org.mizan.codegen;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mizan.codegen.scan.ClassPath;
import org.mizan.core.problem.Problems;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line: {@code generate}, {@code check}, {@code watch}, {@code manifest} and {@code vcl}. */
@Command(
        name = "mizan",
        description = "Generates the TypeScript client of an application from its classes.",
        mixinStandardHelpOptions = true,
        subcommands = {Main.Generate.class, Main.Check.class, Main.Watch.class, Main.Manifest.class, Main.Vcl.class})
public final class Main {
    private Main() {}

    /** Runs a command and ends the process: 0 done, 1 errors in the application, 2 wrong usage. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    /** Runs a command that tells others than the console. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Main()).setOut(out).setErr(err).execute(arguments);
    }

    /** What is read. */
    static class Sources {
        @Option(names = "--classes", required = true, split = ",", description = "directories of compiled classes")
        List<Path> classes = new ArrayList<>();

        @Option(names = "--libraries", split = ",", description = "jars that the application is deployed with")
        List<Path> libraries = new ArrayList<>();

        @Option(names = "--provided", split = ",", description = "jars that the server has")
        List<Path> provided = new ArrayList<>();

        @Option(names = "--webapp", description = "the folder of WEB-INF, for its beans.xml")
        @Nullable
        Path webapp;

        @Option(names = "-D", mapFallbackValue = "", description = "a setting, mizan.naming=snake_case")
        Map<String, String> settings = Map.of();

        ClassPath path() {
            return new ClassPath(classes, libraries, provided, webapp);
        }
    }

    /** What all commands that make a client take. */
    static final class Arguments extends Sources {
        @Option(names = "--output", required = true, description = "the folder of the client")
        Path output = Path.of("");

        @Option(names = "--suspense", description = "hooks that suspend, too")
        boolean suspense;

        @Option(names = "--openapi", description = "openapi.json, too")
        boolean openApi;

        @Option(
                names = "--base",
                defaultValue = "/api/mizan",
                description = "the path of the endpoints, for openapi.json")
        String base = "";

        Options options() {
            return new Options(path(), settings, output, suspense, openApi, base);
        }
    }

    /** {@code mizan generate}. */
    @Command(name = "generate", description = "Writes the client.", mixinStandardHelpOptions = true)
    static final class Generate implements Callable<Integer> {
        @Mixin
        Arguments arguments = new Arguments();

        @Spec
        @Nullable
        CommandSpec spec;

        @Override
        public Integer call() {
            var problems = new Problems();
            var changed = new Generator(arguments.options(), problems).generate();
            return report(
                    spec,
                    problems,
                    changed.isEmpty() ? "The client is up to date." : "Wrote " + changed.size() + " files.");
        }
    }

    /** {@code mizan check}. */
    @Command(
            name = "check",
            description = "Fails when the client is not what the classes say, or deployed clients would break.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Mixin
        Arguments arguments = new Arguments();

        @Option(names = "--against", defaultValue = "HEAD", description = "the Git revision of the deployed client")
        String against = "";

        @Option(names = "--baseline", description = "the schema.json of the deployed client, instead")
        @Nullable
        Path baseline;

        @Spec
        @Nullable
        CommandSpec spec;

        @Override
        public Integer call() {
            var problems = new Problems();
            new Checks(arguments.options(), problems).run(baseline, against);
            return report(spec, problems, "The client is what the classes say.");
        }
    }

    /** {@code mizan watch}. */
    @Command(
            name = "watch",
            description = "Writes the client whenever classes change, until it is stopped.",
            mixinStandardHelpOptions = true)
    static final class Watch implements Callable<Integer> {
        @Mixin
        Arguments arguments = new Arguments();

        @Spec
        @Nullable
        CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            new Watching(
                            arguments.options(),
                            (problems, changed) -> report(spec, problems, "Wrote " + String.join(", ", changed) + "."))
                    .run();
            return CommandLine.ExitCode.OK;
        }
    }

    /** {@code mizan manifest}. */
    @Command(name = "manifest", description = "Writes the edge manifest.", mixinStandardHelpOptions = true)
    static final class Manifest implements Callable<Integer> {
        @Mixin
        Sources sources = new Sources();

        @Option(names = "--file", required = true, description = "the file")
        Path file = Path.of("");

        @Spec
        @Nullable
        CommandSpec spec;

        @Override
        public Integer call() {
            var problems = new Problems();
            boolean written = new ManifestWriter(sources.path(), sources.settings, problems).write(file);
            return report(spec, problems, written ? "Wrote " + file + "." : "The manifest is up to date.");
        }
    }

    /** {@code mizan vcl}. */
    @Command(name = "vcl", description = "Writes the configuration of a Varnish.", mixinStandardHelpOptions = true)
    static final class Vcl implements Callable<Integer> {
        @Mixin
        Sources sources = new Sources();

        @Option(names = "--file", required = true, description = "the file")
        Path file = Path.of("");

        @Option(names = "--backend", defaultValue = "127.0.0.1:8080", description = "host:port of the application")
        String backend = "";

        @Option(
                names = "--purgers",
                split = ",",
                defaultValue = "127.0.0.1,::1",
                description = "addresses or networks that purges are taken from")
        List<String> purgers = new ArrayList<>();

        @Option(
                names = "--credentials",
                split = ",",
                description = "further headers that the application knows its callers by")
        List<String> credentials = new ArrayList<>();

        @Option(names = "--strip-header", description = "X-Mizan-Invalidate is not passed on to browsers")
        boolean strip;

        @Option(names = "--cache-status", description = "answers say Cache-Status")
        boolean cacheStatus;

        @Spec
        @Nullable
        CommandSpec spec;

        @Override
        public Integer call() {
            var problems = new Problems();
            var edge = new EdgeSettings(backend, purgers, credentials, !strip, cacheStatus);
            boolean written = new EdgeWriter(sources.path(), sources.settings, edge, problems).write(file);
            return report(spec, problems, written ? "Wrote " + file + "." : "The configuration is up to date.");
        }
    }

    private static int report(@Nullable CommandSpec spec, Problems problems, String success) {
        if (spec == null) {
            return CommandLine.ExitCode.SOFTWARE;
        }
        PrintWriter err = spec.commandLine().getErr();
        problems.warnings().forEach(warning -> err.println("warning " + warning));
        problems.errors().forEach(error -> err.println("error " + error));
        if (problems.errors().isEmpty()) {
            spec.commandLine().getOut().println(success);
            return CommandLine.ExitCode.OK;
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
