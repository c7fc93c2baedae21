package org.mizan.it.app.ssr;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application of the pages; it scans. */
@ApplicationPath("/app")
public class SsrApplication extends Application {}
