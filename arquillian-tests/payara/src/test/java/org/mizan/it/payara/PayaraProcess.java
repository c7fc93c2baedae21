package org.mizan.it.payara;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The running server process; used by one thread at a time. */
final class PayaraProcess {
    private static final String ENDED = "failed the server process has ended";

    private final Path log;
    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private PayaraProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        Thread reader = new Thread(this::readAnswers, "payara-answers");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the server and returns when it serves. */
    static PayaraProcess start(PayaraConfiguration configuration) throws IOException, InterruptedException {
        Path directory = Files.createDirectories(Path.of(configuration.directory()));
        Path log = directory.resolve("server.log");
        Path temporary = directory.resolve("tmp").toAbsolutePath();
        deleteTree(temporary);
        List<String> command = new ArrayList<>();
        command.add(Path.of(configuration.javaHome(), "bin", "java").toString());
        command.add("-Xmx" + configuration.heap());
        command.add("-Djava.io.tmpdir=" + Files.createDirectories(temporary));
        command.addAll(moduleOptions(configuration.microJar()));
        command.add("-cp");
        command.add(configuration.microJar() + File.pathSeparator + classes());
        command.add(PayaraMain.class.getName());
        command.add(Integer.toString(configuration.port()));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(log.toFile())
                .start();
        PayaraProcess server = new PayaraProcess(process, log);
        try {
            server.await(configuration.startSeconds());
        } catch (IOException e) {
            server.stop();
            throw e;
        }
        return server;
    }

    void deploy(String name, Path archive, int seconds) throws IOException, InterruptedException {
        send("deploy\t" + name + "\t" + archive.toAbsolutePath(), seconds);
    }

    void undeploy(String name, int seconds) throws IOException, InterruptedException {
        send("undeploy\t" + name, seconds);
    }

    /** Ends the process; nothing of it is left when this returns. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private void send(String command, int seconds) throws IOException, InterruptedException {
        process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        await(seconds);
    }

    private void await(int seconds) throws IOException, InterruptedException {
        String answer = answers.poll(seconds, TimeUnit.SECONDS);
        if (answer == null) {
            throw new IOException("Payara Micro has not answered within " + seconds + " s, see " + log);
        }
        if (!answer.equals("ok")) {
            throw new IOException(answer + ", see " + log);
        }
    }

    private void readAnswers() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(answers::add);
        } catch (IOException | RuntimeException e) {
            answers.add("failed " + e);
        }
        answers.add(ENDED);
    }

    /** The server unpacks itself there at each start and removes nothing when it is stopped. */
    private static void deleteTree(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** What {@code java -jar} would have read from the manifest. */
    private static List<String> moduleOptions(String jar) throws IOException {
        List<String> options = new ArrayList<>();
        try (JarFile micro = new JarFile(jar)) {
            for (String kind : List.of("Opens", "Exports")) {
                String packages = micro.getManifest().getMainAttributes().getValue("Add-" + kind);
                for (String each : packages.strip().split("\\s+")) {
                    options.add("--add-" + kind.toLowerCase(Locale.ROOT));
                    options.add(each + "=ALL-UNNAMED");
                }
            }
        }
        return options;
    }

    private static Path classes() {
        try {
            return Path.of(PayaraMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
