package org.mizan.bench.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.mizan.bench.app.GeneratedApplication;
import org.mizan.core.call.Answer;
import org.mizan.core.protocol.TargetSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whole answers, from the bytes of the body to the text of the answer, without HTTP, proxies and validation. */
@State(Scope.Thread)
public class CallBenchmark {
    private static final String QUERY = "account=4711&region=S%C3%A3o+Paulo";
    private static final Fixture.Request NOTHING_STALE = new Fixture.Request(TargetSet.none());

    private Fixture fixture;
    private byte[] plain;
    private String context;

    /** Builds the registry; answers once, so that what is measured is no error. */
    @Setup
    public void build() throws IOException, ReflectiveOperationException {
        fixture = Fixture.create();
        plain = ("{\"fn\":\"" + GeneratedApplication.plain(7)
                        + "\",\"args\":{\"account\":4711,\"region\":\"S\u00e3o Paulo\"}}")
                .getBytes(StandardCharsets.UTF_8);
        context = GeneratedApplication.context(7);
        for (var answer : new Answer[] {call(), context()}) {
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.toString());
            }
        }
    }

    /** A function of two arguments that returns a number. */
    @Benchmark
    public Answer call() {
        return fixture.pipeline()
                .calls()
                .answer("application/json", plain.length, new ByteArrayInputStream(plain), NOTHING_STALE);
    }

    /** A context of three functions that return records. */
    @Benchmark
    public Answer context() {
        return fixture.pipeline().contexts().answer(context, QUERY, NOTHING_STALE);
    }
}
