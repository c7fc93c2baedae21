package org.mizan.it.app.smoke;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.engine.ViewEngine;
import jakarta.mvc.engine.ViewEngineContext;
import jakarta.mvc.engine.ViewEngineException;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Renders {@code WEB-INF/views/*.txt}, replacing <code>{key}</code> by the model of that name. */
@ApplicationScoped
@Priority(ViewEngine.PRIORITY_APPLICATION)
public class TextViewEngine implements ViewEngine {
    @Inject
    private ServletContext files;

    @Override
    public boolean supports(String view) {
        return view.endsWith(".txt");
    }

    @Override
    public void processView(ViewEngineContext context) throws ViewEngineException {
        try (InputStream view = files.getResourceAsStream("/WEB-INF/views/" + context.getView())) {
            String text = new String(view.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, Object> model : context.getModels().asMap().entrySet()) {
                text = text.replace("{" + model.getKey() + "}", String.valueOf(model.getValue()));
            }
            context.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ViewEngineException(e);
        }
    }
}
