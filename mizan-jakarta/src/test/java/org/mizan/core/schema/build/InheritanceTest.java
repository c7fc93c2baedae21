package org.mizan.core.schema.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mizan.Client;

/** Which methods of a class hierarchy are functions. */
class InheritanceTest {

    public abstract static class Base<T> {
        @Client
        public String inherited() {
            return "";
        }

        @Client
        public String silenced() {
            return "";
        }

        @Client
        public Number narrowed() {
            return 1;
        }

        @Client
        public void store(T value) {}
    }

    public static class Bean extends Base<String> {
        @Override
        public String silenced() {
            return "";
        }

        @Override
        @Client
        public Integer narrowed() {
            return 1;
        }

        @Override
        @Client
        public void store(String value) {}
    }

    @Test
    void hierarchy_read_givesInheritedAndOverridingMethodsOnce() {
        var registry = Built.of(Bean.class);
        assertEquals(
                Set.of("inherited", "narrowed", "store"), registry.functions().keySet());
        assertEquals("int", registry.function("narrowed").orElseThrow().result().toString());
        assertEquals(
                "string",
                registry.function("store")
                        .orElseThrow()
                        .parameter("value")
                        .orElseThrow()
                        .type()
                        .toString());
        registry.functions().values().forEach(function -> assertEquals(Bean.class, function.beanClass()));
    }

    @Test
    void abstractParent_inTheListToo_changesNothing() {
        assertEquals(
                Built.of(Bean.class).functions(),
                Built.of(Bean.class, Base.class).functions());
    }

    public static class Silent extends Base<String> {
        @Override
        public Number narrowed() {
            return 1;
        }

        @Override
        public void store(String value) {}
    }

    @Test
    void override_withoutAnnotation_isNoFunction() {
        assertEquals(
                Set.of("inherited", "silenced"),
                Built.of(Silent.class).functions().keySet());
    }

    static class PackagePrivate {
        @Client
        public String visible() {
            return "";
        }
    }

    public static class Public extends PackagePrivate {}

    @Test
    void methodOfAHiddenParent_bridgedByTheCompiler_isAFunctionOnce() throws Exception {
        assertTrue(Public.class.getDeclaredMethod("visible").isBridge(), "the compiler still does this");
        var registry = Built.of(Public.class);
        assertEquals(Set.of("visible"), registry.functions().keySet());
        assertTrue(registry.function(PackagePrivate.class.getMethod("visible")).isPresent());
    }

    public interface Api {
        @Client
        default String ofInterface() {
            return "";
        }
    }

    public static class Implementing implements Api {
        @Client
        public String own() {
            return "";
        }
    }

    @Test
    void interfaceMethods_read_areNoFunctions() {
        assertEquals(
                Set.of("own"),
                Built.of(Implementing.class, Api.class).functions().keySet());
    }
}
