package org.mizan.it.app.smoke;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The test's own JAX-RS application, which scans: resources and controllers alike. */
@ApplicationPath("/app")
public class SmokeApplication extends Application {}
