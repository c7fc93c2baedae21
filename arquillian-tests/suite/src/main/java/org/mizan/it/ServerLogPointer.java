package org.mizan.it;

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
            System.err.println("[" + Server.name() + "] server log: " + Server.log());
        }
    }
}
