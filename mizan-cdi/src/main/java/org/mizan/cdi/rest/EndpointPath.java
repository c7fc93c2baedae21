package org.mizan.cdi.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Which endpoint a path below {@code {base}} means (PROTOCOL §2). */
sealed interface EndpointPath {

    /** The methods that the endpoint answers to, for {@code Allow}. */
    String allow();

    /** A context, by its name. */
    record Context(String name) implements EndpointPath {
        @Override
        public String allow() {
            return READ;
        }
    }

    /** The call of a function. */
    record Call() implements EndpointPath {
        @Override
        public String allow() {
            return "OPTIONS, POST";
        }
    }

    /** The caller's session. */
    record Session() implements EndpointPath {
        @Override
        public String allow() {
            return READ;
        }
    }

    /** The edge manifest. */
    record Manifest() implements EndpointPath {
        @Override
        public String allow() {
            return READ;
        }
    }

    /** No endpoint. */
    record Unknown() implements EndpointPath {
        @Override
        public String allow() {
            return "";
        }
    }

    /** What an endpoint that reads allows. */
    String READ = "GET, HEAD, OPTIONS";

    /**
     * Reads a path; a final slash and matrix parameters count for nothing.
     *
     * @param raw relative to {@code {base}}, still percent-encoded, with or without a slash in front
     */
    static EndpointPath of(String raw) {
        var path = raw.startsWith("/") ? raw.substring(1) : raw;
        var segments = segments(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        if (segments.size() == 2 && segments.get(0).equals("ctx")) {
            return new Context(segments.get(1));
        }
        if (segments.equals(List.of("call"))) {
            return new Call();
        }
        if (segments.equals(List.of("manifest"))) {
            return new Manifest();
        }
        return segments.equals(List.of("session")) ? new Session() : new Unknown();
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/", -1)).map(EndpointPath::segment).toList();
    }

    private static String segment(String raw) {
        var name = raw.split(";", 2)[0];
        if (name.indexOf('%') < 0) {
            return name;
        }
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // No endpoint has a percent sign in its name.
            return name;
        }
    }
}
