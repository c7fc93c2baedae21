package org.mizan.core.cache.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol;

/** A command on one key and, once it was answered, the reply. Confined to the thread that calls the store. */
final class Command {
    private final Protocol.Command name;
    private final byte[][] words;
    private @Nullable Object reply;
    private String node = "";

    /**
     * Creates one.
     *
     * @param words the key first
     */
    Command(Protocol.Command name, byte[]... words) {
        this.name = name;
        this.words = words;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] key() {
        return words[0];
    }

    /** About how many bytes it takes on the wire. */
    long size() {
        long size = 0;
        for (var word : words) {
            size += word.length;
        }
        return size;
    }

    /** Puts it into the connection's buffer, which is written when it is full. */
    void send(Connection connection) {
        connection.sendCommand(name, words);
    }

    /** Keeps the reply, in the form of RESP 2: bytes, a number, a list, or null. */
    void answered(@Nullable Object value, String byNode) {
        this.reply = value;
        this.node = byNode;
    }

    byte @Nullable [] bytes() {
        return reply instanceof byte[] bytes ? bytes : null;
    }

    List<?> list() {
        return reply instanceof List<?> list ? list : List.of();
    }

    /** The identity of the node that answered; empty unless it was asked for. */
    String node() {
        return node;
    }
}
