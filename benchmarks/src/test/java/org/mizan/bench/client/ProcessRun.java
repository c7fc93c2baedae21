package org.mizan.bench.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A whole process that has ended.
 *
 * @param seconds from its start to its end
 * @param megabytes the most memory that it had resident, where Linux tells; else 0
 */
public record ProcessRun(double seconds, double megabytes) {
    private static final long LOOK_MILLIS = 10;

    /** Runs a command, whose output goes to the file; one that fails is an exception. */
    public static ProcessRun of(Path directory, Path output, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.redirectOutput(output.toFile());
        long start = System.nanoTime();
        var process = builder.start();
        double most = 0;
        while (process.isAlive()) {
            most = Math.max(most, residentMegabytes(process.pid()));
            process.waitFor(LOOK_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(command.get(0) + " ended with " + process.exitValue() + ": "
                    + Files.readString(output).lines().limit(20).toList());
        }
        return new ProcessRun(seconds, most);
    }

    private static double residentMegabytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // It has just ended, or this is not Linux.
        }
    }
}
