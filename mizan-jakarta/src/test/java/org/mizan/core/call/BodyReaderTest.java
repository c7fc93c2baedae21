package org.mizan.core.call;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.mizan.core.protocol.ErrorCode;

class BodyReaderTest {
    private static final byte[] TEN = "0123456789".getBytes(StandardCharsets.US_ASCII);

    private static final class Asked extends ByteArrayInputStream {
        private int most;

        Asked() {
            super(TEN);
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
            most = Math.max(most, length);
            return super.read(buffer, offset, length);
        }
    }

    private static byte[] read(int most, long length) {
        return new BodyReader(most).read(new ByteArrayInputStream(TEN), length);
    }

    @Test
    void body_isRead_whateverLengthWasAnnounced() {
        for (var length : new long[] {-1, 0, 1, 9, 10, 11, 50}) {
            assertArrayEquals(TEN, read(50, length), "announced " + length);
            assertArrayEquals(TEN, read(length > 10 ? 50 : 10, length), "announced " + length);
        }
    }

    @Test
    void longBody_isRefused_whateverLengthWasAnnounced() {
        for (var length : new long[] {-1, 0, 8, 9, 10}) {
            var refusal = assertThrows(Refusal.class, () -> read(9, length), "announced " + length);
            assertEquals(ErrorCode.PAYLOAD_TOO_LARGE, refusal.code());
        }
    }

    @Test
    void buffer_isNoLargerThanTheAnnouncedBody() {
        var body = new Asked();
        new BodyReader(100_000).read(body, TEN.length);
        assertEquals(TEN.length + 1, body.most);
    }
}
