package org.mizan.cdi.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.mizan.core.call.Refusal;
import org.mizan.core.protocol.ErrorCode;

/**
 * The session of a request, where the container may say whose it is: Liberty throws an
 * {@code UnauthorizedSessionRequestException} of its own (SESN0008E) for a session that another caller began. That is a
 * refusal, not a failure.
 */
final class OwnSession {
    private static final String LIBERTY = "com.ibm.websphere.servlet.session.UnauthorizedSessionRequestException";

    private OwnSession() {}

    /**
     * The session.
     *
     * @param create whether one begins if there is none; otherwise the answer is null then
     * @throws Refusal 403, when it is somebody else's
     */
    static @Nullable HttpSession of(HttpServletRequest request, boolean create) {
        try {
            return request.getSession(create);
        } catch (RuntimeException e) {
            for (Class<?> at = e.getClass(); at != null; at = at.getSuperclass()) {
                if (at.getName().equals(LIBERTY)) {
                    throw new Refusal(ErrorCode.FORBIDDEN, "The session is another caller's.");
                }
            }
            throw e;
        }
    }
}
