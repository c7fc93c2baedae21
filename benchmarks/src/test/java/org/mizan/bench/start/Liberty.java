package org.mizan.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Open Liberty with the features that the test suite uses; what it keeps between starts stays. */
record Liberty(Path home, List<String> furtherFeatures) implements Server {
    @Override
    public int port() {
        return 9590;
    }

    @Override
    public ProcessBuilder prepare(Path directory, Path war) throws IOException {
        var server = Files.createDirectories(directory.resolve("servers").resolve("bench"));
        Files.writeString(server.resolve("server.xml"), """
                <server>
                  <featureManager>
                    <feature>appSecurity-5.0</feature>
                    <feature>beanValidation-3.0</feature>
                    <feature>cdi-4.0</feature>
                    <feature>concurrent-3.0</feature>
                    <feature>enterpriseBeansLite-4.0</feature>
                    <feature>expressionLanguage-5.0</feature>
                    <feature>jsonb-3.0</feature>
                    <feature>jsonp-2.1</feature>
                    <feature>mpConfig-3.1</feature>
                    <feature>mpJwt-2.1</feature>
                    <feature>persistence-3.1</feature>
                    <feature>restfulWS-3.1</feature>
                    <feature>servlet-6.0</feature>
                    <feature>websocket-2.1</feature>
                    %s
                  </featureManager>
                  <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
                  <webApplication location="%s" contextRoot="/bench"/>
                </server>
                """.formatted(features(), port(), war));
        Files.writeString(server.resolve("jvm.options"), "-Xmx768m\n");
        var process = new ProcessBuilder(
                "/bin/sh", home.resolve("bin").resolve("server").toString(), "run", "bench");
        process.environment().put("WLP_USER_DIR", directory.toString());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return process;
    }

    private String features() {
        return furtherFeatures.stream()
                .map(feature -> "<feature>" + feature + "</feature>")
                .collect(Collectors.joining());
    }
}
