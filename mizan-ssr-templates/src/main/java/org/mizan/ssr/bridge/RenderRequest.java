package org.mizan.ssr.bridge;

/**
 * One render.
 *
 * @param view the view's name, for messages: {@code ProductPage.tsx}
 * @param params the {@code params} of the frame, a JSON object without line breaks
 */
public record RenderRequest(String view, String params) {}
