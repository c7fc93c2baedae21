package org.mizan.samples.hello;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The pages are below this path. */
@ApplicationPath("/app")
public class HelloApplication extends Application {}
