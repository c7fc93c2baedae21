package org.mizan.core.schema.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mizan.core.schema.build.Built.assertNames;
import static org.mizan.core.schema.build.Built.warning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mizan.Client;
import org.mizan.ReactContext;
import org.mizan.ScopedBy;

class WarningsTest {

    public static final class UserContext implements ReactContext {}

    @ScopedBy("userId")
    public static final class ShapedContext implements ReactContext {}

    public static class Reader {
        @Client(context = UserContext.class)
        public String profile(long userId) {
            return "";
        }
    }

    @Test
    void contextThatNothingAffects_warned_250() {
        assertNames(warning(250, Reader.class), "context 'user'");
    }

    public static class Limited {
        @Client(context = UserContext.class, cache = 60)
        public String profile(long userId) {
            return "";
        }

        @Client(context = ShapedContext.class)
        public String shaped(long userId) {
            return "";
        }
    }

    @Test
    void contextWithLifetimeOrShapes_notWarned() {
        assertEquals(List.of(), Built.problems(Limited.class).warnings());
    }

    @Test
    void contextWithoutFunctions_warned_251() {
        assertNames(warning(251, UserContext.class), UserContext.class.getName());
    }

    public static class Broad extends Reader {
        @Client(affects = UserContext.class)
        public void change(String other) {}
    }

    @Test
    void mutationThatCanOnlyBeBroad_warned_252() {
        assertNames(warning(252, Broad.class), "Broad#change(String)", "'user'", "[userId]");
    }

    @Path("/a")
    public static class NoScope {
        @GET
        @Client
        public Response view() {
            return Response.ok().build();
        }
    }

    @Test
    void resourceWithoutScope_warned_253() {
        assertNames(warning(253, NoScope.class), NoScope.class.getName(), "@RequestScoped");
    }

    @RequestScoped
    @Stereotype
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Page {}

    @Path("/b")
    @Page
    public static class Stereotyped {
        @GET
        @Client
        public Response view() {
            return Response.ok().build();
        }
    }

    @Test
    void resourceWithScopeOfAStereotype_notWarned() {
        assertEquals(List.of(), Built.problems(Stereotyped.class).warnings());
    }
}
