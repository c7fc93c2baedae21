package org.mizan.codegen.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mizan.Client;
import org.mizan.ContextName;
import org.mizan.JsonText;
import org.mizan.Param;
import org.mizan.ReactContext;
import org.mizan.codegen.compile.ClientCompiler;
import org.mizan.codegen.schema.SchemaBuilder;
import org.mizan.codegen.schema.SchemaJson;
import org.mizan.core.problem.Problem;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.build.RegistryBuilder;

/** Each rule with a pair of classes: what was deployed, and what is now. */
class CompatibilityTest {
    private static String schema(Class<?> bean) {
        var problems = new Problems();
        var registry = new RegistryBuilder(Naming.JAVA, problems).build(List.of(bean));
        var compiled = new ClientCompiler(registry, problems).compile();
        assertEquals("", problems.report());
        return SchemaJson.write(new SchemaBuilder(registry, compiled.names()).build());
    }

    private static List<String> check(Class<?> before, Class<?> after) {
        var problems = new Problems();
        Compatibility.check(schema(before), schema(after), problems);
        return problems.errors().stream()
                .map(problem -> problem.id() + " " + problem.place())
                .toList();
    }

    @ContextName("user")
    public static final class User implements ReactContext {}

    @ContextName("other")
    public static final class Other implements ReactContext {}

    public static class Empty {
        @Client
        public void kept() {}
    }

    public static class Function {
        @Client
        public void kept() {}

        @Client
        public int gone() {
            return 0;
        }
    }

    public static class Internal {
        @Client
        public void kept() {}

        @Client(internal = true)
        public int gone() {
            return 0;
        }
    }

    @Test
    void function_removedOrInternal_isReported() {
        assertEquals(List.of("MIZAN-02082 function 'gone'"), check(Function.class, Empty.class));
        assertEquals(List.of("MIZAN-02082 function 'gone'"), check(Function.class, Internal.class));
        assertEquals(List.of(), check(Empty.class, Function.class));
    }

    public static class InUser {
        @Client(context = User.class)
        public int count(@Param(defaultValue = "1") int page) {
            return page;
        }
    }

    public static class InOther {
        @Client(context = Other.class)
        public int count(@Param(defaultValue = "1") int page) {
            return page;
        }
    }

    public static class OtherDefault {
        @Client(context = User.class)
        public int count(@Param(defaultValue = "2") int page) {
            return page;
        }
    }

    @Test
    void context_goneAndItsFunctionMoved_areReported() {
        assertEquals(
                List.of("MIZAN-02084 function 'count'", "MIZAN-02083 context 'user'"),
                check(InUser.class, InOther.class));
    }

    @Test
    void default_changedInAContext_isReported() {
        assertEquals(List.of("MIZAN-02087 context 'user', parameter page"), check(InUser.class, OtherDefault.class));
    }

    public static class OneParameter {
        @Client
        public void call(int a) {}
    }

    public static class RequiredAdded {
        @Client
        public void call(int a, int b) {}
    }

    public static class OptionalAdded {
        @Client
        public void call(int a, @Nullable String b, @Param(defaultValue = "1") int c) {}
    }

    @Test
    void parameter_addedRequired_isReported() {
        assertEquals(
                List.of("MIZAN-02085 function 'call', parameter b"), check(OneParameter.class, RequiredAdded.class));
    }

    @Test
    void parameter_addedOptional_isFine() {
        assertEquals(List.of(), check(OneParameter.class, OptionalAdded.class));
    }

    @Test
    void parameter_removed_isReported() {
        assertEquals(
                List.of("MIZAN-02086 function 'call', parameter b"), check(RequiredAdded.class, OneParameter.class));
    }

    public static class NowRequired {
        @Client
        public void call(int a, String b, int c) {}
    }

    @Test
    void parameter_becomingRequired_isReported_becomingOptionalIsFine() {
        assertEquals(
                List.of("MIZAN-02085 function 'call', parameter b", "MIZAN-02085 function 'call', parameter c"),
                check(OptionalAdded.class, NowRequired.class));
        assertEquals(List.of(), check(NowRequired.class, OptionalAdded.class));
    }

    public record NullableName(@Nullable String name, List<@Nullable String> tags) {}

    public record RequiredName(String name, List<String> tags) {}

    public static class TakesNullable {
        @Client
        public void call(NullableName value) {}
    }

    public static class TakesRequired {
        @Client
        public void call(RequiredName value) {}
    }

    public static class GivesNullable {
        @Client
        public @Nullable NullableName call() {
            return null;
        }
    }

    public static class GivesRequired {
        @Client
        public RequiredName call() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void null_noLongerAccepted_isReported() {
        assertEquals(
                List.of(
                        "MIZAN-02088 function 'call', parameter value.name",
                        "MIZAN-02088 function 'call', parameter value.tags[]"),
                check(TakesNullable.class, TakesRequired.class));
        assertEquals(List.of(), check(TakesRequired.class, TakesNullable.class));
    }

    @Test
    void null_newInAResult_isReported() {
        assertEquals(
                List.of(
                        "MIZAN-02094 function 'call', result",
                        "MIZAN-02094 function 'call', result.name",
                        "MIZAN-02094 function 'call', result.tags[]"),
                check(GivesRequired.class, GivesNullable.class));
        assertEquals(List.of(), check(GivesNullable.class, GivesRequired.class));
    }

    public record One(int a) {}

    public record Two(int a, int b) {}

    public record OneAndOptional(int a, @Nullable Integer b) {}

    public static class TakesOne {
        @Client
        public void call(Map<String, One> values) {}
    }

    public static class TakesTwo {
        @Client
        public void call(Map<String, Two> values) {}
    }

    public static class TakesOneAndOptional {
        @Client
        public void call(Map<String, OneAndOptional> values) {}
    }

    public static class GivesOne {
        @Client
        public One call() {
            return new One(1);
        }
    }

    public static class GivesTwo {
        @Client
        public Two call() {
            return new Two(1, 2);
        }
    }

    @Test
    void property_requiredOfAnArgument_isReported() {
        assertEquals(
                List.of("MIZAN-02089 function 'call', parameter values{}.b"), check(TakesOne.class, TakesTwo.class));
        assertEquals(List.of(), check(TakesOne.class, TakesOneAndOptional.class));
    }

    @Test
    void property_removedFromAnArgument_isReported() {
        assertEquals(
                List.of("MIZAN-02090 function 'call', parameter values{}.b"), check(TakesTwo.class, TakesOne.class));
    }

    @Test
    void property_removedFromAResult_isReported() {
        assertEquals(List.of("MIZAN-02095 function 'call', result.b"), check(GivesTwo.class, GivesOne.class));
        assertEquals(List.of(), check(GivesOne.class, GivesTwo.class));
    }

    public enum Few {
        A
    }

    public enum Many {
        A,
        B
    }

    public static class TakesFew {
        @Client
        public void call(Few value) {}
    }

    public static class TakesMany {
        @Client
        public void call(Many value) {}
    }

    public static class GivesFew {
        @Client
        public Few call() {
            return Few.A;
        }
    }

    public static class GivesMany {
        @Client
        public Many call() {
            return Many.B;
        }
    }

    @Test
    void constant_removedFromAnArgument_isReported() {
        assertEquals(List.of("MIZAN-02091 function 'call', parameter value"), check(TakesMany.class, TakesFew.class));
        assertEquals(List.of(), check(TakesFew.class, TakesMany.class));
    }

    @Test
    void constant_addedToAResult_isReported() {
        assertEquals(List.of("MIZAN-02096 function 'call', result"), check(GivesFew.class, GivesMany.class));
        assertEquals(List.of(), check(GivesMany.class, GivesFew.class));
    }

    public record Card(String last4) implements Small, Large, Renamed {}

    public record Cash(int cents) implements Large {}

    @JsonbTypeInfo(key = "type", value = @JsonbSubtype(alias = "card", type = Card.class))
    public sealed interface Small permits Card {}

    @JsonbTypeInfo(
            key = "type",
            value = {@JsonbSubtype(alias = "card", type = Card.class), @JsonbSubtype(alias = "cash", type = Cash.class)
            })
    public sealed interface Large permits Card, Cash {}

    @JsonbTypeInfo(key = "kind", value = @JsonbSubtype(alias = "card", type = Card.class))
    public sealed interface Renamed permits Card {}

    public static class TakesSmall {
        @Client
        public void call(List<Small> value) {}
    }

    public static class TakesLarge {
        @Client
        public void call(List<Large> value) {}
    }

    public static class TakesRenamed {
        @Client
        public void call(List<Renamed> value) {}
    }

    public static class GivesSmall {
        @Client
        public List<Small> call() {
            return List.of();
        }
    }

    public static class GivesLarge {
        @Client
        public List<Large> call() {
            return List.of();
        }
    }

    @Test
    void alternative_removedFromAnArgument_isReported() {
        assertEquals(
                List.of("MIZAN-02092 function 'call', parameter value[]"), check(TakesLarge.class, TakesSmall.class));
        assertEquals(List.of(), check(TakesSmall.class, TakesLarge.class));
    }

    @Test
    void alternative_addedToAResult_isReported() {
        assertEquals(List.of("MIZAN-02097 function 'call', result[]"), check(GivesSmall.class, GivesLarge.class));
        assertEquals(List.of(), check(GivesLarge.class, GivesSmall.class));
    }

    @Test
    void discriminator_changed_isReported() {
        assertEquals(
                List.of("MIZAN-02099 function 'call', parameter value[]"), check(TakesSmall.class, TakesRenamed.class));
    }

    public record Narrow(int number, @JsonText long exact, Few few, float rough) {}

    public record Wide(long number, BigInteger exact, String few, double rough) {}

    public record Wider(double number, BigDecimal exact, String few, double rough) {}

    public static class TakesNarrow {
        @Client
        public void call(Narrow value) {}
    }

    public static class TakesWide {
        @Client
        public void call(Wide value) {}
    }

    public static class TakesWider {
        @Client
        public void call(Wider value) {}
    }

    public static class GivesNarrow {
        @Client
        public Narrow call() {
            throw new UnsupportedOperationException();
        }
    }

    public static class GivesWide {
        @Client
        public Wide call() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void argument_narrowed_isReported_widenedIsFine() {
        assertEquals(
                List.of(
                        "MIZAN-02093 function 'call', parameter value.exact",
                        "MIZAN-02093 function 'call', parameter value.few",
                        "MIZAN-02093 function 'call', parameter value.number",
                        "MIZAN-02093 function 'call', parameter value.rough"),
                check(TakesWide.class, TakesNarrow.class));
        assertEquals(List.of(), check(TakesNarrow.class, TakesWide.class));
        assertEquals(List.of(), check(TakesNarrow.class, TakesWider.class));
    }

    @Test
    void result_widened_isReported_narrowedIsFine() {
        assertEquals(
                List.of(
                        "MIZAN-02098 function 'call', result.exact",
                        "MIZAN-02098 function 'call', result.few",
                        "MIZAN-02098 function 'call', result.number",
                        "MIZAN-02098 function 'call', result.rough"),
                check(GivesNarrow.class, GivesWide.class));
        assertEquals(List.of(), check(GivesWide.class, GivesNarrow.class));
    }

    @Test
    void result_ofAnotherKind_isReported() {
        assertEquals(List.of("MIZAN-02098 function 'call', result"), check(GivesOne.class, GivesFew.class));
        assertEquals(List.of("MIZAN-02098 function 'call', result"), check(GivesOne.class, GivesSmall.class));
    }

    public record Node(@Nullable Node next, int value) {}

    public record OtherNode(@Nullable OtherNode next, String value) {}

    public record Box<T>(T content, List<T> more) {
        public Box {
            more = List.copyOf(more);
        }
    }

    public static class GivesNodes {
        @Client
        public Box<Node> call() {
            throw new UnsupportedOperationException();
        }
    }

    public static class GivesOtherNodes {
        @Client
        public Box<OtherNode> call() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void recursiveAndGeneric_changed_isReportedOnce() {
        assertEquals(
                List.of("MIZAN-02098 function 'call', result.content.value"),
                check(GivesNodes.class, GivesOtherNodes.class));
        assertEquals(List.of(), check(GivesNodes.class, GivesNodes.class));
    }

    public static class ReadOnly {
        private int total;

        public int getTotal() {
            return total;
        }

        @JsonbProperty("sum")
        public void setTotal(int total) {
            this.total = total;
        }
    }

    public record Total(int total) {}

    public static class GivesReadOnly {
        @Client
        public ReadOnly call() {
            return new ReadOnly();
        }
    }

    public static class GivesTotal {
        @Client
        public Total call() {
            return new Total(1);
        }
    }

    @Test
    void property_thatOnlyArgumentsHave_doesNotMatterToResults() {
        assertEquals(List.of(), check(GivesReadOnly.class, GivesTotal.class));
    }

    @Test
    void baseline_thatIsNoSchema_isReported() {
        for (var text : List.of("", "[]", "{\"version\": 2}", "{\"version\": 1}")) {
            var problems = new Problems();
            Compatibility.check(text, schema(Empty.class), problems);
            assertEquals(
                    List.of("MIZAN-02081"),
                    problems.errors().stream().map(Problem::id).toList(),
                    text);
        }
    }

    @Test
    void schema_writtenAndRead_isTheSame() {
        for (var bean : List.of(InUser.class, GivesNodes.class, TakesLarge.class, GivesReadOnly.class)) {
            var text = schema(bean);
            assertEquals(text, SchemaJson.write(SchemaJson.read(text)));
            assertTrue(text.endsWith("}\n"));
        }
    }
}
