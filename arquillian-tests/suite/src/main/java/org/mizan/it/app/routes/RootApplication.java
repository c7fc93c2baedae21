package org.mizan.it.app.routes;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The user's own application takes every path there is. */
@ApplicationPath("/")
public class RootApplication extends Application {}
