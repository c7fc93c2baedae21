package org.mizan.it.app.ssr.folder;

import jakarta.mvc.engine.ViewEngine;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The application of the pages; it scans, and names the folder of its controllers' views. */
@ApplicationPath("/app")
public class FolderApplication extends Application {
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(ViewEngine.VIEW_FOLDER, "/WEB-INF/pages");
    }
}
