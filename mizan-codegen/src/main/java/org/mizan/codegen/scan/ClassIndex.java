package org.mizan.codegen.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mizan.ReactContext;
import org.objectweb.asm.ClassReader;

/**
 * What must be known of class files to find the few that are worth loading: who extends whom, and who mentions
 * {@code @Client}. Only headers are read; whether a class really has functions, the loaded class tells. Not thread-safe.
 */
final class ClassIndex {
    private static final byte[] CLIENT = "Lorg/mizan/Client;".getBytes(StandardCharsets.US_ASCII);
    private static final String CONTEXT = ReactContext.class.getName().replace('.', '/');

    private static final String APPLICATION = "jakarta/ws/rs/core/Application";

    private final Map<String, Set<String>> children = new HashMap<>();
    private final Set<String> mentioning = new HashSet<>();

    /** Adds a class file and gives its name. */
    String add(byte[] content) throws IOException {
        try {
            var reader = new ClassReader(content);
            var name = reader.getClassName();
            parent(reader.getSuperName(), name);
            for (var implemented : reader.getInterfaces()) {
                parent(implemented, name);
            }
            if (mentionsClient(content)) {
                mentioning.add(name);
            }
            return name.replace('/', '.');
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("it is no class file", e);
        }
    }

    private void parent(@Nullable String parent, String child) {
        if (parent != null && !parent.equals("java/lang/Object") && !parent.equals("java/lang/Record")) {
            children.computeIfAbsent(parent, name -> new HashSet<>()).add(child);
        }
    }

    /** Whether a class file may have a function of its own. */
    static boolean mentionsClient(byte[] content) {
        for (int at = 0; at <= content.length - CLIENT.length; at++) {
            if (content[at] == CLIENT[0] && Arrays.equals(content, at, at + CLIENT.length, CLIENT, 0, CLIENT.length)) {
                return true;
            }
        }
        return false;
    }

    /** Classes that may have functions, their own or inherited, and classes that name contexts; sorted. */
    Set<String> candidates() {
        var found = new HashSet<String>();
        mentioning.forEach(name -> collect(name, found));
        collect(CONTEXT, found);
        found.remove(CONTEXT);
        var names = new TreeSet<String>();
        found.forEach(name -> names.add(name.replace('/', '.')));
        return names;
    }

    /** The applications of Jakarta REST; sorted. */
    Set<String> restApplications() {
        var found = new HashSet<String>();
        collect(APPLICATION, found);
        found.remove(APPLICATION);
        var names = new TreeSet<String>();
        found.forEach(name -> names.add(name.replace('/', '.')));
        return names;
    }

    private void collect(String name, Set<String> found) {
        if (found.add(name)) {
            children.getOrDefault(name, Set.of()).forEach(child -> collect(child, found));
        }
    }

    /** For jars: whether one of these class files may have a function. */
    static boolean anyMentionsClient(List<byte[]> contents) {
        return contents.stream().anyMatch(ClassIndex::mentionsClient);
    }
}
