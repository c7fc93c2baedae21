package org.mizan.it.payara;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ExplodedExporter;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** One Payara Micro for the whole suite; {@code <name>.war} is deployed as {@code <name>} at {@code /<name>}. */
public final class PayaraContainer implements DeployableContainer<PayaraConfiguration> {
    /** An archive that has this is deployed as a folder. */
    private static final String EXPLODED = "/META-INF/exploded";

    private PayaraConfiguration configuration;
    private PayaraProcess server;

    @Override
    public Class<PayaraConfiguration> getConfigurationClass() {
        return PayaraConfiguration.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public void setup(PayaraConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public void start() throws LifecycleException {
        try {
            server = PayaraProcess.start(configuration);
        } catch (IOException e) {
            throw new LifecycleException("Payara Micro does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LifecycleException("interrupted", e);
        }
    }

    @Override
    public void stop() throws LifecycleException {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LifecycleException("interrupted", e);
        }
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        String name = name(archive);
        try {
            Path file = Files.createDirectories(Path.of(configuration.directory(), "archives"))
                    .resolve(archive.getName());
            if (archive.contains(EXPLODED)) {
                file = Files.createTempDirectory(file.getParent(), "exploded");
                file = archive.as(ExplodedExporter.class)
                        .exportExploded(file.toFile(), archive.getName())
                        .toPath();
            } else {
                archive.as(ZipExporter.class).exportTo(file.toFile(), true);
            }
            server.deploy(name, file, configuration.deploySeconds());
        } catch (IOException e) {
            throw new DeploymentException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeploymentException("interrupted", e);
        }
        HTTPContext http = new HTTPContext("127.0.0.1", configuration.port());
        // Arquillian takes the context root from a servlet, and runs in-container tests through this one.
        http.add(new Servlet("ArquillianServletRunnerEE9", name));
        return new ProtocolMetaData().addContext(http);
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        try {
            server.undeploy(name(archive), configuration.deploySeconds());
        } catch (IOException e) {
            throw new DeploymentException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeploymentException("interrupted", e);
        }
    }

    private static String name(Archive<?> archive) {
        return archive.getName().replaceFirst("\\.[a-z]+$", "");
    }
}
