package org.mizan.it.app.probe;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Answers {@code key=value} lines after two collections: {@code loaders} (class loaders alive), {@code threads}, and
 * {@code children} (child processes), {@code folders} (temporary ones of views). With {@code ?detail} the table of class loaders,
 * the names of the threads and the folders instead, to find what stays.
 */
@WebServlet("/jvm")
public class ProbeServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private static final List<String> POOLS = List.of(
            "http-thread-pool", "Executor-Service-", "GF Domain XML", "default task-", "XNIO", "Default Executor-");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            collect();
            String table = classLoaders();
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter()
                    .print(request.getParameter("detail") == null ? figures(table) : table + threads() + folders());
        } catch (JMException e) {
            throw new ServletException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void collect() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            System.gc();
            // Cleaners and reference queues need a moment between the collections.
            Thread.sleep(300);
        }
    }

    /** What {@code jcmd <pid> VM.classloader_stats} prints: one row per loader, its type last. */
    private static String classLoaders() throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "vmClassloaderStats",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
    }

    private static String threads() {
        return names().sorted().collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> names() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName);
    }

    /**
     * Threads but those of the servers' own pools for requests and deployments, which grow with use: on Payara, JDK 25,
     * the first alone by 16 in 20 redeployments.
     */
    private static long countedThreads() {
        return names().filter(name -> POOLS.stream().noneMatch(name::startsWith))
                .count();
    }

    private static List<Path> folders() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("mizan-ssr-"))
                    .toList();
        }
    }

    private static String figures(String table) throws IOException {
        // Up to JDK 17 every reflective call that has become hot has a loader of its own; those are no leak.
        long loaders = table.lines()
                .filter(line -> line.startsWith("0x"))
                .filter(line -> !line.endsWith("jdk.internal.reflect.DelegatingClassLoader"))
                .count();
        return "loaders=" + loaders + "\nthreads="
                + countedThreads() + "\nchildren="
                + ProcessHandle.current().children().count() + "\nfolders="
                + folders().size() + "\n";
    }
}
