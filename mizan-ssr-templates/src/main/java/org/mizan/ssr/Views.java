package org.mizan.ssr;

import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * Renders views without Jakarta MVC: mails, fragments, and pages of Jakarta REST resources. Inject it. Thread-safe.
 */
public interface Views {

    /**
     * What a view renders, without a document around it and without scripts: its own markup alone.
     *
     * @param view its name, relative to the folder of views: {@code ReceiptMail.tsx}
     * @param model its props by name, as JSON by the rules of results
     * @throws ViewException when there is no such view or it cannot be rendered
     */
    String render(String view, Map<String, ?> model);

    /**
     * A whole page, as a controller's view would be: document, data and scripts, with the contexts of the current
     * request.
     *
     * @param view its name, relative to the folder of views
     * @param model its props by name, as JSON by the rules of results
     * @return 200 with the page; 503 with {@code Retry-After} when too many pages wait to be rendered; in development 500
     *     with a page that explains what is wrong. With {@code Cache-Control: no-store}, unless {@code @Prerender} keeps
     *     the page
     * @throws ViewException outside of development, when there is no such view, or it cannot be rendered and {@code
     *     mizan.ssr.on-failure} is {@code error}
     */
    Response page(String view, Map<String, ?> model);
}
