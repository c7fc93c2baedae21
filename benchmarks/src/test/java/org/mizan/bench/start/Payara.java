package org.mizan.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Payara Micro as {@code java -jar}, without cluster; it unpacks itself at each start. */
record Payara(Path jar) implements Server {
    @Override
    public int port() {
        return 8590;
    }

    @Override
    public ProcessBuilder prepare(Path directory, Path war) throws IOException {
        var temporary = directory.resolve("tmp");
        Directories.delete(temporary);
        Files.createDirectories(temporary);
        var config = "set configs.config.server-config.";
        var commands = Files.write(
                directory.resolve("pre-boot"),
                List.of(
                        config + "network-config.network-listeners.network-listener.http-listener.address=127.0.0.1",
                        // Else it closes a connection after 256 requests.
                        config + "network-config.protocols.protocol.http-listener.http.max-connections=-1",
                        config + "hazelcast-config-specific-configuration.enabled=false"));
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                jar.toString(),
                "--noCluster",
                "--prebootcommandfile",
                commands.toString(),
                "--port",
                Integer.toString(port()),
                "--contextRoot",
                "/bench",
                "--deploy",
                war.toString());
    }
}
