package org.mizan.it.app.input.site;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Scans, beside the library. */
@ApplicationPath("/app")
public class AppApplication extends Application {}
