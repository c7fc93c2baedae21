package org.mizan.ssr.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The shell of all pages, with its slots found once. Immutable. */
public final class Document {
    private static final Pattern SLOTS = Pattern.compile(
            "<!--mizan:head-->|<!--mizan:root-->|<!--mizan:scripts-->|__mizan_lang__|__mizan_assets__/| nonce=\"__mizan_nonce__\"");
    private static final Map<String, Slot> NAMES = Map.of(
            "<!--mizan:head-->", Slot.HEAD,
            "<!--mizan:root-->", Slot.ROOT,
            "<!--mizan:scripts-->", Slot.SCRIPTS,
            "__mizan_lang__", Slot.LANG,
            "__mizan_assets__/", Slot.ASSETS,
            " nonce=\"__mizan_nonce__\"", Slot.NONCE);

    /** What a page fills in. */
    enum Slot {
        HEAD,
        ROOT,
        SCRIPTS,
        LANG,
        ASSETS,
        NONCE
    }

    private final List<byte[]> texts = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();

    /** Reads a shell, as the bundler made it. */
    public Document(String html) {
        var matcher = SLOTS.matcher(html);
        int from = 0;
        while (matcher.find()) {
            texts.add(html.substring(from, matcher.start()).getBytes(StandardCharsets.UTF_8));
            slots.add(NAMES.getOrDefault(matcher.group(), Slot.NONCE));
            from = matcher.end();
        }
        texts.add(html.substring(from).getBytes(StandardCharsets.UTF_8));
    }

    /** The texts between the slots, one more than there are slots. */
    List<byte[]> texts() {
        return texts;
    }

    List<Slot> slots() {
        return slots;
    }
}
