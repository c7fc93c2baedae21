package org.mizan.bench.core;

import java.io.IOException;
import org.mizan.bench.app.GeneratedApplication;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What the library adds to one call of a mutation, without JSON and container: the registry's look-up by name, the
 * scope of two of its four arguments, the set of targets within the limit of the header, and the header's text.
 */
@State(Scope.Thread)
public class ScopeBenchmark {
    private final String[] mutations = new String[GeneratedApplication.BEANS];
    private final String[] wideMutations = new String[GeneratedApplication.BEANS];
    private final Object[][] arguments = new Object[GeneratedApplication.BEANS][];
    private Fixture fixture;
    private int at;

    /** Builds the registry. */
    @Setup
    public void build() throws IOException, ReflectiveOperationException {
        fixture = Fixture.create();
        for (int i = 0; i < GeneratedApplication.BEANS; i++) {
            mutations[i] = GeneratedApplication.mutation(i);
            wideMutations[i] = GeneratedApplication.wideMutation(i);
            arguments[i] = new Object[] {4_700_000L + i, "S\u00e3o Paulo/" + i, "a note that is no scope", i};
        }
    }

    /** One context, two parameters. */
    @Benchmark
    public String mutation() {
        return header(mutations);
    }

    /** Two contexts and a function of a third, two parameters each. */
    @Benchmark
    public String wideMutation() {
        return header(wideMutations);
    }

    private String header(String[] names) {
        at = at + 1 == names.length ? 0 : at + 1;
        var function = fixture.registry().function(names[at]).orElseThrow();
        return fixture.pipeline()
                .scopes()
                .of(function, arguments[at])
                .limitedTo(fixture.settings().maxHeader())
                .toHeader();
    }
}
