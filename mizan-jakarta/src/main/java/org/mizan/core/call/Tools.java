package org.mizan.core.call;

import jakarta.json.spi.JsonProvider;
import org.mizan.core.bind.ArgumentBinder;
import org.mizan.core.bind.ResultWriter;
import org.mizan.core.json.StrictJson;
import org.mizan.spi.BeanInvoker;

/** What the endpoints share. */
record Tools(
        JsonProvider json,
        StrictJson reader,
        ArgumentBinder binder,
        Authoriser authoriser,
        Validation validation,
        BeanInvoker beans,
        ResultWriter results,
        Failures failures) {}
