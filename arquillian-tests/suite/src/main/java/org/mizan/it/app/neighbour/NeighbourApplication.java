package org.mizan.it.app.neighbour;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Scans; holds {@link CountResource} alone. */
@ApplicationPath("/app")
public class NeighbourApplication extends Application {}
