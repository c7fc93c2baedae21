package org.mizan.it.app.timers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Begins a timer. */
@Path("timer/{id}")
@RequestScoped
public class TimerResource {
    @Inject
    private Ticker ticker;

    @POST
    public void timer(@PathParam("id") long id) {
        ticker.start(id);
    }
}
