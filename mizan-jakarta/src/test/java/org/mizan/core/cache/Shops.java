package org.mizan.core.cache;

import java.util.List;
import org.mizan.Client;
import org.mizan.ReactContext;
import org.mizan.ScopedBy;
import org.mizan.core.problem.Problems;
import org.mizan.core.schema.Naming;
import org.mizan.core.schema.Registry;
import org.mizan.core.schema.build.RegistryBuilder;

/** An application with two contexts, for the tests of this package. */
final class Shops {
    private Shops() {}

    static Registry registry() {
        var problems = new Problems();
        var registry = new RegistryBuilder(Naming.JAVA, problems).build(List.of(Orders.class));
        if (!problems.errors().isEmpty()) {
            throw new IllegalStateException(problems.report());
        }
        return registry;
    }

    /** Pages of orders. */
    public static final class OrdersContext implements ReactContext {}

    /** One product. */
    @ScopedBy("productId")
    public static final class ProductContext implements ReactContext {}

    /** Its functions. */
    public static class Orders {
        @Client(context = OrdersContext.class)
        public List<String> orderPage(long userId, int page) {
            return List.of();
        }

        @Client(context = ProductContext.class)
        public String product(long productId, String language) {
            return "";
        }

        @Client(affects = OrdersContext.class)
        public void order(long userId, String sku) {}
    }
}
