package org.mizan.core.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    private static Target parse(String header) {
        return InvalidateHeader.parse(header, Vectors.JSON).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "*, *, true",
        "*, user, true",
        "*, user.profile;userId=5, true",
        "user, *, false",
        "user, user, true",
        "user, cart, false",
        "user, user;userId=5, true",
        "user, user.profile, true",
        "user, user.profile;userId=5, true",
        "user;userId=5, user, false",
        "user;userId=5, user;userId=5, true",
        "user;userId=5, user;userId=6, false",
        "user;userId=5, user;page=2;userId=5, true",
        "user;page=2;userId=5, user;userId=5, false",
        "user;userId=5, user;page=2, false",
        "user;userId=5, user.profile;userId=5, true",
        "user;userId=5, user.profile;page=1;userId=5, true",
        "user;userId=5, user.profile, false",
        "user;userId=5, user.profile;userId=6, false",
        "user.profile, user, false",
        "user.profile, user.profile;userId=5, true",
        "user.profile, user.orders, false",
        "user.profile;userId=5, user.profile, false",
        "user.profile;userId=5, user;userId=5, false",
        "user.profile;userId=5, user.profile;page=1;userId=5, true",
    })
    void target_compared_coversWhatItMakesStale(String one, String other, boolean covers) {
        assertEquals(covers, parse(one).covers(parse(other)));
    }

    @Test
    void valuesOfOtherTypes_compared_areEqualByText() {
        SortedMap<String, ScopeValue> number = new TreeMap<>();
        number.put("userId", new ScopeValue(Vectors.JSON.createValue(5), "5"));
        assertTrue(new Target("user", null, number).covers(parse("user;userId=5")));
        assertFalse(new Target("user", null, number).covers(parse("user;userId=05")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*|\"*\"",
                "user|\"user\"",
                "user;userId=5|{\"context\":\"user\",\"params\":{\"userId\":\"5\"}}",
                "user.profile|{\"context\":\"user\",\"function\":\"profile\"}",
                "user.profile;a=1;b=2|{\"context\":\"user\",\"function\":\"profile\",\"params\":{\"a\":\"1\",\"b\":\"2\"}}",
            })
    void target_written_isItsJson(String header, String json) {
        assertEquals(json, parse(header).toJson(Vectors.JSON).toString());
        assertEquals(header, parse(header).toHeader());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a-b", "a b", "a.b", "é", "a;b", "**", "a\n"})
    void notAName_anywhere_isRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> Target.broad(name));
        assertThrows(IllegalArgumentException.class, () -> new Target("user", name, new TreeMap<>()));
        assertThrows(IllegalArgumentException.class, () -> new Target("user", null, Vectors.scope(name, "1")));
    }

    @Test
    void everything_narrowed_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Target("*", "f", new TreeMap<>()));
        assertThrows(IllegalArgumentException.class, () -> new Target("*", null, Vectors.scope("a", "1")));
        assertEquals(Target.EVERYTHING, Target.broad("*"));
    }

    @Test
    void scopeGiven_changedLater_isACopyInNaturalOrder() {
        SortedMap<String, ScopeValue> scope = new TreeMap<>(Comparator.reverseOrder());
        scope.putAll(Vectors.scope("a", "1", "b", "2"));
        Target target = new Target("user", null, scope);
        scope.clear();
        assertEquals("user;a=1;b=2", target.toHeader());
        assertThrows(UnsupportedOperationException.class, () -> target.params().clear());
    }

    @Test
    void halfASurrogatePair_asValue_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> Vectors.scope("a", "x" + (char) 0xD83D));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "user",
                "user.profile",
                "user;userId=5",
                "user.profile;q=a%2Fb%C3%A9%E2%82%AC%F0%9F%98%80~;z="
            })
    void headerLength_isThatOfTheHeader(String header) {
        Target target = parse(header);

        assertEquals(header, target.toHeader());
        assertEquals(header.length(), target.headerLength());
    }
}
