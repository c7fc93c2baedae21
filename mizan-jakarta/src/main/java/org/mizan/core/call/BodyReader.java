package org.mizan.core.call;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mizan.core.protocol.ErrorCode;

/** Reads the body of a request up to a limit, and never more (PROTOCOL §5). Thread-safe. */
public final class BodyReader {
    private static final Logger LOG = System.getLogger(BodyReader.class.getName());

    private final int most;

    /** Creates a reader of at most so many bytes. */
    public BodyReader(int most) {
        this.most = most;
    }

    /**
     * Refuses everything but JSON.
     *
     * @throws Refusal 415
     */
    static void requireJson(@Nullable String contentType) {
        if (contentType == null || !mediaType(contentType).equals("application/json")) {
            throw new Refusal(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.");
        }
        var charset = parameter(contentType);
        if (charset != null && !charset.equals("utf-8")) {
            throw new Refusal(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The body must be in UTF-8.");
        }
    }

    /** The media type of a {@code Content-Type}, in lower case, without its parameters. */
    public static String mediaType(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String parameter(String contentType) {
        for (var part : contentType.toLowerCase(Locale.ROOT).split(";")) {
            if (part.trim().startsWith("charset=")) {
                return part.trim().substring("charset=".length()).replace("\"", "");
            }
        }
        return null;
    }

    /**
     * The body's bytes.
     *
     * @param length the {@code Content-Length}; −1 when it was not sent
     * @throws Refusal 413 when it is longer than the limit; what is left stays unread; 400 when it ends too early or its
     *     chunks are none, which servers tell by an {@link IOException}
     */
    public byte[] read(InputStream body, long length) {
        if (length > most) {
            throw tooLarge();
        }
        try {
            var bytes = bytes(body, length);
            if (bytes.length == most && body.read() >= 0) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a body could not be read", e);
            throw new Refusal(ErrorCode.BAD_REQUEST, "The body could not be read.");
        }
    }

    /** Up to the limit; in a buffer of the announced length, for the JDK's has 8 KB. A filter may have made it longer. */
    private byte[] bytes(InputStream body, long length) throws IOException {
        if (length < 0 || length >= most) {
            return body.readNBytes(most);
        }
        var announced = body.readNBytes((int) length + 1);
        if (announced.length <= length) {
            return announced;
        }
        var rest = body.readNBytes(most - announced.length);
        var bytes = Arrays.copyOf(announced, announced.length + rest.length);
        System.arraycopy(rest, 0, bytes, announced.length, rest.length);
        return bytes;
    }

    private Refusal tooLarge() {
        return new Refusal(ErrorCode.PAYLOAD_TOO_LARGE, "The body is larger than " + most + " bytes.");
    }
}
