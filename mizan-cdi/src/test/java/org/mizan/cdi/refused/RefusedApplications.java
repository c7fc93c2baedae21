package org.mizan.cdi.refused;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mizan.Caller;
import org.mizan.Client;
import org.mizan.Guard;
import org.mizan.Guarded;
import org.mizan.ReactContext;
import org.mizan.Route;
import org.mizan.spi.CachePartition;

/** The beans of the applications. */
final class RefusedApplications {
    private RefusedApplications() {}

    static class ThingContext implements ReactContext {}

    static class NobodysContext implements ReactContext {}

    static class NeverABean implements Guard {
        private final String reason;

        NeverABean(String reason) {
            this.reason = reason;
        }

        @Override
        public boolean permits(Caller caller, Map<String, Object> arguments) {
            return reason.isEmpty();
        }
    }

    @ApplicationScoped
    static class Fine {
        @Client(context = ThingContext.class)
        public String thing(int id) {
            return "thing " + id;
        }
    }

    @ApplicationScoped
    static class Twin {
        @Client
        public String thing() {
            return "";
        }
    }

    @ApplicationScoped
    static class ContextAndAffects {
        @Client(context = ThingContext.class, affects = ThingContext.class)
        public String both() {
            return "";
        }
    }

    @ApplicationScoped
    static class AffectsNobody {
        @Client(affects = NobodysContext.class)
        public void touch() {}
    }

    @ApplicationScoped
    static class AffectsMisspelt {
        @Client(affectsFunctions = "thnig")
        public void touch() {}
    }

    @ApplicationScoped
    static class OtherType {
        @Client(context = ThingContext.class)
        public String other(String id) {
            return id;
        }
    }

    @ApplicationScoped
    static class ReadsNothing {
        @Client(context = ThingContext.class)
        public void nothing() {}
    }

    @ApplicationScoped
    static class NoJsonForm {
        @Client
        public Object anything() {
            return "";
        }
    }

    @ApplicationScoped
    static class TwoRoutes {
        @Client
        @Route(path = "/hooks/{id}", methods = "POST")
        public void one(String id) {}

        @Client
        @Route(path = "/hooks/{name}", methods = "POST")
        public void two(String name) {}
    }

    @ApplicationScoped
    static class Misnamed {
        @Client(name = "no name")
        public void call() {}
    }

    @ApplicationScoped
    static class NegativeCache {
        @Client(cache = -1)
        public String call() {
            return "";
        }
    }

    @ApplicationScoped
    static class FinalMethod {
        @Client
        public final void sealed() {}
    }

    @ApplicationScoped
    static class PrivateMethod {
        @Client
        @SuppressWarnings("unused")
        private void call() {}
    }

    @ApplicationScoped
    static class StaticMethod {
        @Client
        public static void call() {}
    }

    @ApplicationScoped
    static final class FinalClass {
        @Client
        public void call() {}
    }

    @ApplicationScoped
    static class NoConstructor {
        private final String text;

        NoConstructor(String text) {
            this.text = text;
        }

        @Client
        public String call() {
            return text;
        }
    }

    @ApplicationScoped
    static class Later {
        @Client
        public CompletionStage<String> call() {
            return CompletableFuture.completedFuture("");
        }
    }

    @ApplicationScoped
    static class UnknownGuard {
        @Client
        @Guarded(NeverABean.class)
        public void guarded() {}
    }

    /** Not refused: CDI has a bean of the guard's type. */
    @Dependent
    static class GuardProducer {
        @Produces
        @ApplicationScoped
        static Produced guard() {
            return new Produced();
        }
    }

    static class Produced implements Guard {
        @Override
        public boolean permits(Caller caller, Map<String, Object> arguments) {
            return true;
        }
    }

    @ApplicationScoped
    static class ProducedGuard {
        @Client
        @Guarded(Produced.class)
        public void call() {}
    }

    @ApplicationScoped
    static class ByHost implements CachePartition {
        @Override
        public String current() {
            return "host";
        }
    }

    @ApplicationScoped
    static class ByTenant implements CachePartition {
        @Override
        public String current() {
            return "tenant";
        }
    }
}
