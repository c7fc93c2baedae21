package org.mizan.codegen.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mizan.Client;
import org.mizan.ContextName;
import org.mizan.Param;
import org.mizan.ReactContext;
import org.mizan.codegen.model.Declaration;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.build.RegistryBuilder;

class NamesTest {
    private final Problems problems = new Problems();

    private ClientCompiler.Compilation compile(Class<?>... beans) {
        var registry = new RegistryBuilder(Naming.JAVA, problems).build(List.of(beans));
        assertEquals("", problems.report());
        return new ClientCompiler(registry, problems).compile();
    }

    private List<String> codes() {
        return problems.errors().stream().map(Problem::id).toList();
    }

    @ContextName("user")
    public static final class User implements ReactContext {}

    public static class FunctionLikeContext {
        @Client(context = User.class)
        public int profile() {
            return 1;
        }

        @Client
        public void userContext() {}
    }

    @Test
    void functionAndContext_ofOneName_isAnErrorThatNamesBoth() {
        compile(FunctionLikeContext.class);
        assertEquals(List.of("MIZAN-02040", "MIZAN-02040"), codes());
        var text = problems.errors().get(0).toString();
        assertTrue(text.contains("FunctionLikeContext#userContext()") && text.contains("NamesTest$User"), text);
    }

    public static class SameInPascal {
        @Client
        public void some_thing() {}

        @Client
        public void someThing() {}
    }

    @Test
    void functions_thatDifferInUnderscoresOnly_areAnError() {
        compile(SameInPascal.class);
        assertEquals(List.of("MIZAN-02040"), codes());
    }

    public static class HookOfTheRuntime {
        @Client
        public void mizan() {}
    }

    @Test
    void function_whoseHookTheRuntimeHas_isAnError() {
        compile(HookOfTheRuntime.class);
        assertEquals(List.of("MIZAN-02040"), codes());
    }

    public static class WordsOfTheLanguage {
        @Client
        public void delete() {}

        @Client
        public void options(int function) {}
    }

    @Test
    void functions_namedLikeWordsOfTheLanguageOrModules_getAnUnderscore() {
        var calls = compile(WordsOfTheLanguage.class).client().calls();
        assertEquals(
                List.of("delete delete_ useDelete", "options options_ useOptions"),
                calls.stream()
                        .map(call -> call.name() + " " + call.identifier() + " " + call.hook())
                        .toList());
        assertEquals(List.of(), codes());
    }

    public static class ReactProps {
        @Client(context = User.class)
        public int profile(int key, int ref) {
            return 1;
        }
    }

    @Test
    void contextParameters_thatReactKeepsForItself_areAnError() {
        compile(ReactProps.class);
        assertEquals(List.of("MIZAN-02041", "MIZAN-02041"), codes());
    }

    public static class Prototype {
        @Client
        public void call(@Param("__proto__") int value) {}
    }

    @Test
    void parameter_thatIsTheProtoypeInJavaScript_isAnError() {
        compile(Prototype.class);
        assertEquals(List.of("MIZAN-02042"), codes());
    }

    public static final class Inner {
        public record Same(int a) {}

        public record Duration(int a) {}

        public record Alone(int a) {}
    }

    public record Same(int b) {}

    public static class Types {
        @Client
        public Inner.Same first() {
            return new Inner.Same(1);
        }

        @Client
        public Same second() {
            return new Same(1);
        }

        @Client
        public Inner.Duration third() {
            return new Inner.Duration(1);
        }

        @Client
        public Inner.Alone fourth() {
            return new Inner.Alone(1);
        }
    }

    @Test
    void types_ofOneSimpleNameOrTakenOnes_getWhatEnclosesThem() {
        assertEquals(
                List.of("Alone", "InnerDuration", "InnerSame", "NamesTestSame"),
                compile(Types.class).client().types().stream()
                        .map(Declaration::name)
                        .toList());
        assertEquals(List.of(), codes());
    }
}
