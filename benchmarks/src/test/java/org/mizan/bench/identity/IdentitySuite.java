package org.mizan.bench.identity;

import org.mizan.bench.Figures;
import org.mizan.bench.Jmh;
import org.mizan.bench.Suite;

/** {@code -Dsuite=identity}. */
public final class IdentitySuite implements Suite {
    @Override
    public String name() {
        return "identity";
    }

    @Override
    public void run(Figures figures) {
        figures.measure("identity.mwt", () -> tokens(figures));
        figures.measure("identity.access", () -> access(figures));
    }

    private static void tokens(Figures figures) throws Exception {
        var results = Jmh.run(MwtBenchmark.class);
        var verify = results.get("verify");
        figures.atMost("identity.mwt-verify-time", verify.time(), 20, "us");
        figures.plain("identity.mwt-verify-allocation", verify.allocation(), "B");
        var mint = results.get("mint");
        figures.plain("identity.mwt-mint-time", mint.time(), "us");
        figures.plain("identity.mwt-mint-allocation", mint.allocation(), "B");
    }

    private static void access(Figures figures) throws Exception {
        var results = Jmh.run(AccessBenchmark.class);
        var anonymous = results.get("anonymous");
        figures.atMost("identity.anonymous-public-access-time", anonymous.time(), 2, "us");
        figures.plain("identity.anonymous-public-access-allocation", anonymous.allocation(), "B");
        for (var name : new String[] {"requestScope", "guarded", "session", "token"}) {
            var result = results.get(name);
            figures.plain("identity." + name + "-access-time", result.time(), "us");
            figures.plain("identity." + name + "-access-allocation", result.allocation(), "B");
        }
    }
}
