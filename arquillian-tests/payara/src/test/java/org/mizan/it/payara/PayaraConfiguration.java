package org.mizan.it.payara;

import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** The properties of the container in {@code arquillian.xml}; set by Arquillian before {@link #validate}. */
public final class PayaraConfiguration implements ContainerConfiguration {
    private String microJar;
    private String javaHome = System.getProperty("java.home");
    private int port = 8190;
    private String directory;
    private String heap = "768m";
    private int startSeconds = 180;
    private int deploySeconds = 120;

    @Override
    public void validate() {
        if (microJar == null || directory == null) {
            throw new ConfigurationException("arquillian.xml: microJar and directory are required");
        }
    }

    String microJar() {
        return microJar;
    }

    String javaHome() {
        return javaHome;
    }

    int port() {
        return port;
    }

    String directory() {
        return directory;
    }

    String heap() {
        return heap;
    }

    int startSeconds() {
        return startSeconds;
    }

    int deploySeconds() {
        return deploySeconds;
    }

    /** The executable jar of the server. */
    public void setMicroJar(String microJar) {
        this.microJar = microJar;
    }

    /** The JDK that runs the server. */
    public void setJavaHome(String javaHome) {
        this.javaHome = javaHome;
    }

    /** The HTTP port, on 127.0.0.1. */
    public void setPort(int port) {
        this.port = port;
    }

    /** Where {@code server.log} and the archives go. */
    public void setDirectory(String directory) {
        this.directory = directory;
    }

    /** Value of {@code -Xmx}. */
    public void setHeap(String heap) {
        this.heap = heap;
    }

    /** How long the server may take to start. */
    public void setStartSeconds(int startSeconds) {
        this.startSeconds = startSeconds;
    }

    /** How long one deployment may take. */
    public void setDeploySeconds(int deploySeconds) {
        this.deploySeconds = deploySeconds;
    }
}
