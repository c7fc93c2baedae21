package org.mizan.ssr.runtime;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import org.mizan.ssr.asset.AssetPath;

/**
 * Serves the scripts, styles and other files of the bundle below {@value AssetPath#BELOW_THE_ROOT}: those that its manifest names and no
 * others. Their names have a hash of their content, so whoever has one need never ask again.
 */
public class AssetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient SsrRuntime runtime;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo();
        var asset = path == null ? null : runtime.asset(path.substring(1)).orElse(null);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (asset == null) {
            response.setHeader("Cache-Control", "no-store");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(asset.mediaType());
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setContentLengthLong(Files.size(asset.file()));
        Files.copy(asset.file(), response.getOutputStream());
    }
}
