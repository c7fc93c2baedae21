package org.mizan.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** WildFly with its default configuration, from a fresh copy of its base directory. */
record WildFly(Path home) implements Server {
    private static final int OFFSET = 510;

    @Override
    public int port() {
        return 8080 + OFFSET;
    }

    @Override
    public ProcessBuilder prepare(Path directory, Path war) throws IOException {
        var base = directory.resolve("base");
        Directories.delete(base);
        Directories.copy(home.resolve("standalone"), base);
        Files.copy(war, base.resolve("deployments").resolve("bench.war"));
        var process = new ProcessBuilder(
                "/bin/sh",
                home.resolve("bin").resolve("standalone.sh").toString(),
                "-Djboss.server.base.dir=" + base,
                "-Djboss.socket.binding.port-offset=" + OFFSET,
                "-b=127.0.0.1",
                "-bmanagement=127.0.0.1");
        process.environment().put("JBOSS_HOME", home.toString());
        process.environment().put("JAVA_OPTS", "-Xmx768m -Djava.net.preferIPv4Stack=true");
        return process;
    }
}
