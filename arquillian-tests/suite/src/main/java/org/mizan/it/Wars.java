package org.mizan.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Builds the web archives of the suite. */
public final class Wars {
    private Wars() {}

    /** {@code <name>.war}, context root {@code /<name>}, with the library's jars in {@code WEB-INF/lib}. */
    public static WebArchive app(String name) {
        return addLibraries(plain(name), "library");
    }

    /** {@code <name>.war} without the library. */
    public static WebArchive plain(String name) {
        return ShrinkWrap.create(WebArchive.class, name + ".war");
    }

    /** Adds what an application with MVC controllers must bring on this server: nothing on Payara, Krazo elsewhere. */
    public static WebArchive withMvc(WebArchive war) {
        return addLibraries(war, "mvc");
    }

    /**
     * Adds H2 and a JTA persistence unit over the given data source, whose tables are made anew at each deployment.
     * The application declares the source itself, by {@code @DataSourceDefinition}.
     */
    public static WebArchive withJpa(WebArchive war, String dataSource, Class<?>... entities) {
        StringBuilder classes = new StringBuilder();
        for (Class<?> entity : entities) {
            classes.append("    <class>").append(entity.getName()).append("</class>\n");
        }
        String unit = """
                <?xml version="1.0" encoding="UTF-8"?>
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="it" transaction-type="JTA">
                    <jta-data-source>%s</jta-data-source>
                %s    <properties>
                      <property name="jakarta.persistence.schema-generation.database.action" value="drop-and-create"/>
                    </properties>
                  </persistence-unit>
                </persistence>
                """.formatted(dataSource, classes);
        return addLibraries(war, "h2").addAsWebInfResource(new StringAsset(unit), "classes/META-INF/persistence.xml");
    }

    /** Adds the library of views, without Jakarta MVC, and where Bun is; its React is the copy in the library's jar. */
    public static WebArchive withViews(WebArchive war, String... settings) {
        var config = "mizan.ssr.bun=" + Server.bun() + "\n" + String.join("\n", settings);
        return addLibraries(war, "views")
                .addAsWebInfResource(new StringAsset(config), "classes/META-INF/microprofile-config.properties");
    }

    /** Adds views of the application of {@link org.mizan.it.app.ssr.SsrApplication}. */
    static WebArchive withViewFiles(WebArchive war, String... views) {
        return withViewFiles("views", war, views);
    }

    /** Adds some of those views to a folder within {@code WEB-INF}. */
    static WebArchive withViewFiles(String folder, WebArchive war, String... views) {
        for (var view : views) {
            war.addAsWebInfResource("org/mizan/it/app/ssr/views/" + view, folder + "/" + view);
        }
        return war;
    }

    /** Adds React 18, as npm lays it; views that are bundled where it is above them use it. */
    static WebArchive withReact18(WebArchive war) {
        for (var name : List.of("react", "react-dom")) {
            var installed = Server.npm().resolve("node_modules").resolve(name + "-18");
            try (var files = Files.walk(installed)) {
                files.filter(Files::isRegularFile)
                        .forEach(file -> war.addAsWebInfResource(
                                file.toFile(), "node_modules/" + name + "/" + installed.relativize(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return war;
    }

    /** Adds the libraries of both stores of the origin cache, and H2. */
    public static WebArchive withCache(WebArchive war) {
        return addLibraries(addLibraries(war, "cache"), "h2");
    }

    /** Adds the library that tokens need. */
    public static WebArchive withTokens(WebArchive war) {
        return addLibraries(war, "token");
    }

    /**
     * Declares roles that no annotation mentions, where the server does not believe what is declared while the
     * application starts: Liberty.
     */
    public static WebArchive withRoles(WebArchive war, String... roles) {
        if (!Server.name().equals("liberty")) {
            return war;
        }
        StringBuilder declared = new StringBuilder();
        for (String role : roles) {
            declared.append("<security-role><role-name>").append(role).append("</role-name></security-role>");
        }
        return war.setWebXML(new StringAsset(
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">" + declared + "</web-app>"));
    }

    private static WebArchive addLibraries(WebArchive war, String property) {
        for (Path jar : Server.files(property)) {
            war.addAsLibrary(jar.toFile());
        }
        return war;
    }
}
