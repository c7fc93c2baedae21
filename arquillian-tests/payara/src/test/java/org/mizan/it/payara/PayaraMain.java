package org.mizan.it.payara;

import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Main class of the server process: Payara Micro on 127.0.0.1, without clustering.
 *
 * <p>Its standard input carries one tab-separated command per line, {@code deploy name file} or {@code undeploy name}; each
 * is answered by one line, {@code ok} or {@code failed <why>}, the start itself by a first {@code ok}. The end of the input
 * ends the process at once: whoever started it cannot die without it. Logs go to standard error.
 */
public final class PayaraMain {
    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address";

    private static final String HAZELCAST =
            "configs.config.server-config.hazelcast-config-specific-configuration.enabled";

    private PayaraMain() {}

    public static void main(String[] args) throws Exception {
        PrintStream answers = System.out;
        // The server's own output must not look like an answer.
        System.setOut(System.err);

        AdminCommandRunner admin = null;
        try {
            admin = start(Integer.parseInt(args[0]));
        } catch (Exception | LinkageError e) {
            // The server's own threads would keep the process alive.
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
        answers.println("ok");

        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            answers.println(answer(admin, line.split("\t")));
        }
        Runtime.getRuntime().halt(0);
    }

    private static AdminCommandRunner start(int port) throws Exception {
        AtomicReference<AdminCommandRunner> admin = new AtomicReference<>();
        /*
         * As "java -jar" does. Without it the server's jars are read nested in the one jar, by a class loader that does not
         * see multi-release classes: Yasson then cannot make records ("No default constructor found").
         */
        PayaraMicro.unpackJars();
        PayaraMicroBoot server = PayaraMicro.getInstance();
        server.setHttpPort(port).setNoCluster(true);
        server.setPreBootHandler(commands -> {
            commands.run("set", LISTENER + "=127.0.0.1");
            // Neither setNoCluster nor setNoHazelcast keeps Hazelcast from listening on every interface.
            commands.run("set", HAZELCAST + "=false");
        });
        server.setPostBootHandler(admin::set);
        server.bootStrap();
        return admin.get();
    }

    private static String answer(AdminCommandRunner admin, String[] command) {
        try {
            ClusterCommandResult result =
                    switch (command[0]) {
                        case "deploy" ->
                            admin.run("deploy", "--name", command[1], "--contextroot", "/" + command[1], command[2]);
                        case "undeploy" -> admin.run("undeploy", command[1]);
                        default -> throw new IllegalArgumentException(command[0]);
                    };
            return result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE
                    ? failed(result.getFailureCause(), result.getOutput())
                    : "ok";
        } catch (RuntimeException e) {
            return failed(e, "");
        }
    }

    /** One line with the messages of the whole chain, so that a test can look for a code in it. */
    private static String failed(Throwable cause, String output) {
        StringBuilder why = new StringBuilder("failed ").append(output);
        for (Throwable each = cause; each != null; each = each.getCause()) {
            why.append(" | ").append(each);
        }
        return why.toString().replaceAll("\\s+", " ");
    }
}
