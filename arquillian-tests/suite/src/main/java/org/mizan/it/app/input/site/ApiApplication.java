package org.mizan.it.app.input.site;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Scans, at a prefix of the library's path. */
@ApplicationPath("/api")
public class ApiApplication extends Application {}
