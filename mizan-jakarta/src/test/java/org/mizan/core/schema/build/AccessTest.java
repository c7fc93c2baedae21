package org.mizan.core.schema.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mizan.Caller;
import org.mizan.Client;
import org.mizan.Guard;
import org.mizan.Guarded;
import org.mizan.core.schema.Access;

class AccessTest {

    public static class First implements Guard {
        @Override
        public boolean permits(Caller caller, Map<String, Object> arguments) {
            return true;
        }
    }

    public static class Second extends First {}

    public static class Third extends First {}

    @RolesAllowed("base")
    public abstract static class Base {
        @Client
        public String inherited() {
            return "";
        }

        @Client
        public String overridden() {
            return "";
        }
    }

    @RolesAllowed({"user", "admin"})
    @Guarded(Third.class)
    public static class Bean extends Base {
        @Client
        public String ofClass() {
            return "";
        }

        @Client
        @PermitAll
        public String open() {
            return "";
        }

        @Client
        @DenyAll
        @RolesAllowed("admin")
        public String closed() {
            return "";
        }

        @Client
        @RolesAllowed("**")
        @Guarded({First.class, Second.class})
        public String anybody() {
            return "";
        }

        @Override
        @Client
        public String overridden() {
            return "";
        }
    }

    private static Access access(String function) {
        return Built.function(Bean.class, function).access();
    }

    @Test
    void access_read_isTheMethodsThenTheDeclaringClasss() {
        assertEquals(Access.roles(List.of("admin", "user")), access("ofClass"));
        assertEquals(Access.permit(), access("open"));
        assertEquals(Access.deny(), access("closed"));
        assertEquals(Access.roles(List.of("**")), access("anybody"));
        assertEquals(Access.roles(List.of("base")), access("inherited"));
        assertEquals(Access.roles(List.of("admin", "user")), access("overridden"));
    }

    public abstract static class OpenBase {
        @Client
        public String inherited() {
            return "";
        }
    }

    @RolesAllowed("user")
    public static class Closed extends OpenBase {}

    @Test
    void inheritedMethod_ofABeanWithRoles_isNotOpen() {
        assertEquals(
                Access.roles(List.of("user")),
                Built.function(Closed.class, "inherited").access());
    }

    @Test
    void guards_read_areTheClasssThenTheMethods() {
        assertEquals(
                List.of(Third.class, First.class, Second.class),
                Built.function(Bean.class, "anybody").guards());
        assertEquals(List.of(Third.class), Built.function(Bean.class, "open").guards());
    }

    @Test
    void roles_collected_areAllButAnybody() {
        assertEquals(Set.of("admin", "base", "user"), Built.of(Bean.class).roles());
    }
}
