package org.mizan.it.app.input.site;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Scans, at the context root. */
@ApplicationPath("/")
public class RootApplication extends Application {}
