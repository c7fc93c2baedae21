package org.mizan.it.app.views;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Finds everything in the WAR, the library's resource too. */
@ApplicationPath("/scan")
public class ScanningApplication extends Application {}
