package org.mizan.cdi.identity;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;

/** Takes the token out of a session whose id changes, as containers do it at a login: the next one is another. */
public class LoginListener implements HttpSessionIdListener {
    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        event.getSession().removeAttribute(CsrfToken.ATTRIBUTE);
    }
}
