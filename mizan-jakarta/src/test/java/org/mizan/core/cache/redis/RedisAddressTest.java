package org.mizan.core.cache.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which URLs are addresses, what they say, and that none tells its password. */
class RedisAddressTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            nullValues = "-",
            delimiterString = " | ",
            value = {
                "redis://h                                | redis://h:6379                        | -     | -",
                "redis://h/                               | redis://h:6379                        | -     | -",
                "rediss://h:1/15                          | rediss://h:1/15                       | -     | -",
                "redis://[::1]:7000/2                     | redis://[::1]:7000/2                  | -     | -",
                "redis://[fe80::1]                        | redis://[fe80::1]:6379                | -     | -",
                "redis://secret@h                         | redis://h:6379                        | -     | secret",
                "redis://:secret@h                        | redis://h:6379                        | -     | secret",
                "redis://me:secret@h:7                    | redis://h:7                           | me    | secret",
                "redis://m%40e:p%3A%2F%23+%25@h           | redis://h:6379                        | m@e   | p:/#+%",
                "redis://me:a:b@h                         | redis://h:6379                        | me    | a:b",
                "redis://me:a@b@h                         | redis://h:6379                        | me    | a@b",
                "redis-sentinel://a,b:1,[::1]:2/3#main    | redis-sentinel://a:26379,b:1,[::1]:2/3#main | - | -",
                "rediss-sentinel://p@a#main               | rediss-sentinel://a:26379#main        | -     | p",
                "redis-cluster://a:1,b                    | redis-cluster://a:1,b:6379            | -     | -",
                "rediss-cluster://u:p@a/0                 | rediss-cluster://a:6379               | u     | p",
            })
    void goodUrl_saysThis(String url, String shown, String user, String password) {
        var address = RedisAddress.parse(url);
        assertEquals(shown, address.toString());
        assertEquals(user, address.login().user());
        assertEquals(password, address.login().password());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiterString = " | ",
            value = {
                "``                                | must start with",
                "localhost:6379                    | must start with",
                "http://u:hidden@h                 | must start with",
                "REDIS://h                         | must start with",
                "redis:/h                          | must start with",
                "redis://                          | host is missing",
                "redis://hidden@                   | host is missing",
                "redis://:80                       | host is missing",
                "redis-cluster://a,                | host is missing",
                "redis://u:@h                      | password before @ is empty",
                "redis://@h                        | password before @ is empty",
                "redis://h:hidden                  | port",
                "redis://h:0                       | port",
                "redis://h:65536                   | port",
                "redis://h:                        | port",
                "redis://[::1                      | bracket",
                "redis://[::1]7                    | port",
                "redis://u:%hidden@h               | %25",
                "redis://u:hid/den@h               | port",
                "redis://hid/den@h                 | database",
                "redis://h/x                       | database",
                "redis://h/-1                      | database",
                "redis://h h                       | characters",
                "redis://a,b                       | more than one host",
                "redis://h#main                    | after #",
                "redis://h?x=1                     | after ?",
                "redis://h?sentinelPassword=hidden | after ?",
                "redis-sentinel://h                | name of the master",
                "redis-sentinel://h#               | name of the master",
                "redis-sentinel://h?x=hidden#main  | after ?",
                "redis-sentinel://h?sentinelUser=u#main | needs a sentinelPassword",
                "redis-sentinel://h?sentinelPassword=#main | is empty",
                "redis-cluster://h/1               | only database 0",
            })
    void badUrl_isRefused_withoutTellingThePassword(String url, String why) {
        var message = assertThrows(IllegalArgumentException.class, () -> RedisAddress.parse(url))
                .getMessage();
        assertTrue(message.contains(why), message);
        assertFalse(message.contains("hid"), message);
        assertFalse(message.contains("den@"), message);
    }

    @Test
    void sentinels_haveALoginOfTheirOwn() {
        var address = RedisAddress.parse("redis-sentinel://p@h?sentinelUser=s&sentinelPassword=%26#main");
        assertEquals("s", address.sentinelLogin().user());
        assertEquals("&", address.sentinelLogin().password());
        assertEquals("main", address.master());
        assertNull(
                RedisAddress.parse("redis-sentinel://p@h#main").sentinelLogin().password());
    }
}
