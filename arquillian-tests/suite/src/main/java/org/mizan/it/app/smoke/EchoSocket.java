package org.mizan.it.app.smoke;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** Says what it hears. */
@ServerEndpoint("/echo")
public class EchoSocket {
    @OnMessage
    public String echo(String message) {
        return message;
    }
}
