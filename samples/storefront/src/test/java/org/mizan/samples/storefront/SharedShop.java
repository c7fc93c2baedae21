package org.mizan.samples.storefront;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One running shop for all test classes of the module: a start takes longer than the tests. */
final class SharedShop implements BeforeAllCallback {
    private RunningShop shop;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        var kept = context.getRoot().getStore(Namespace.create(SharedShop.class));
        shop = kept.get(RunningShop.class, RunningShop.class);
        if (shop == null) {
            shop = new RunningShop();
            kept.put(RunningShop.class, shop);
        }
    }

    RunningShop get() {
        return shop;
    }
}
