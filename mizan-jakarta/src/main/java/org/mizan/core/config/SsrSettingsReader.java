package org.mizan.core.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.mizan.core.problem.Problem;

/** Reads the settings of views that Bun renders. */
final class SsrSettingsReader {
    private final SettingValues values;

    SsrSettingsReader(SettingValues values) {
        this.values = values;
    }

    SsrSettings read() {
        var defaults = SsrSettings.defaults();
        var recycle = defaults.recycle();
        return new SsrSettings(
                values.text(PropertyNames.SSR_BUN),
                (int) values.number(PropertyNames.SSR_WORKERS, defaults.workers(), 1, 64),
                values.millis(PropertyNames.SSR_TIMEOUT, defaults.timeout()),
                values.number(PropertyNames.SSR_QUEUE, defaults.queue(), 0),
                values.choice(PropertyNames.SSR_ON_OVERLOAD, false, Map.of("refuse", false, "client", true)),
                values.choice(PropertyNames.SSR_ON_FAILURE, true, Map.of("client", true, "error", false)),
                new SsrSettings.Recycle(
                        values.number(PropertyNames.SSR_RECYCLE_RENDERS, recycle.renders(), 0, Long.MAX_VALUE),
                        values.seconds(PropertyNames.SSR_RECYCLE_AGE, recycle.age(), 0),
                        values.number(PropertyNames.SSR_RECYCLE_RSS, recycle.rss(), 0, Long.MAX_VALUE)),
                values.number(PropertyNames.SSR_MAX_PAGE, defaults.maxPage(), 1),
                development(),
                timeZone(defaults.timeZone()),
                values.number(PropertyNames.SSR_PRERENDER_RATE, defaults.prerenderRate(), 0));
    }

    private Optional<SsrSettings.Development> development() {
        boolean develops = values.choice(PropertyNames.SSR_DEV, false, Map.of("true", true, "false", false));
        if (!develops) {
            return Optional.empty();
        }
        var source = values.text(PropertyNames.SSR_SOURCE);
        if (source.isEmpty()) {
            values.report(Problem.error(
                    120,
                    PropertyNames.SSR_SOURCE,
                    "mizan.ssr.dev=true needs the folder that the views are edited in.",
                    "Set it to the absolute path of that folder, or remove mizan.ssr.dev."));
        }
        return source.map(views -> new SsrSettings.Development(views, values.text(PropertyNames.SSR_CLIENT)));
    }

    private ZoneId timeZone(ZoneId defaultZone) {
        var text = values.text(PropertyNames.SSR_TIME_ZONE);
        try {
            return text.map(ZoneId::of).orElse(defaultZone);
        } catch (DateTimeException e) {
            values.report(Problem.error(
                    121,
                    PropertyNames.SSR_TIME_ZONE,
                    "'" + text.orElse("") + "' is no time zone.",
                    "Write it as Europe/Berlin or UTC."));
            return defaultZone;
        }
    }
}
