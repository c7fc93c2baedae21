package org.mizan.it.app.outcomes;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application's own resources. */
@ApplicationPath("/app")
public class OutcomesApplication extends Application {}
