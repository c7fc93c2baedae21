package org.mizan.it;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints, after a run with a failure, where the server's log is. Found by JUnit through {@code META-INF/services}. */
public final class ServerLogPointer implements TestExecutionListener {
    private final AtomicBoolean failed = new AtomicBoolean();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            failed.set(true);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (failed.getAndSet(false)) {
            // Not System.err, which goes to a file of its own: this line belongs on the console.
            PrintStream console =
                    new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
            console.println("[" + Server.name() + "] server log: " + Server.log());
        }
    }
}
