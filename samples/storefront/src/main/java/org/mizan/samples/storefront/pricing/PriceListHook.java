package org.mizan.samples.storefront.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mizan.Client;
import org.mizan.Invalidations;
import org.mizan.MizanException;
import org.mizan.Route;
import org.mizan.samples.storefront.catalog.CatalogContext;
import org.mizan.samples.storefront.catalog.Product;
import org.mizan.samples.storefront.catalog.ProductContext;

/** Where the supplier sends new prices. A call by RPC is refused; what it changes is made stale all the same. */
@ApplicationScoped
@Transactional
public class PriceListHook {

    /** More changed products than these are told as "every product". */
    private static final int FEW = 20;

    /** Databases limit how many values a query may list. */
    private static final int CHUNK = 500;

    private static final int SHOWN_PROBLEMS = 50;

    @PersistenceContext
    EntityManager em;

    @Inject
    Invalidations invalidations;

    /**
     * Takes all of the list or nothing of it.
     *
     * @param csv a form field or a member of a JSON body, in the form that {@link PriceList} reads
     */
    @Client(internal = true, affects = CatalogContext.class)
    @Route(path = "/webhooks/prices", methods = "POST")
    public PriceUpdate importPrices(String csv) {
        PriceList list = PriceList.parse(csv);
        refuse(list.problems());
        List<Product> changed = new ArrayList<>();
        Map<String, Product> products = products(list);
        for (Map.Entry<String, BigDecimal> entry : list.prices().entrySet()) {
            Product product = products.get(entry.getKey());
            if (product.price().compareTo(entry.getValue()) != 0) {
                product.changePrice(entry.getValue());
                changed.add(product);
            }
        }
        invalidate(changed);
        return new PriceUpdate(list.prices().size(), changed.size());
    }

    private Map<String, Product> products(PriceList list) {
        List<String> slugs = List.copyOf(list.prices().keySet());
        List<Long> ids = new ArrayList<>();
        Map<String, Integer> unknown = new HashMap<>(list.lines());
        for (int from = 0; from < slugs.size(); from += CHUNK) {
            em.createQuery("select p.id, p.slug from Product p where p.slug in :slugs", Object[].class)
                    .setParameter("slugs", slugs.subList(from, Math.min(from + CHUNK, slugs.size())))
                    .getResultStream()
                    .forEach(row -> {
                        ids.add((Long) row[0]);
                        unknown.remove((String) row[1]);
                    });
        }
        refuse(unknown.values().stream()
                .sorted()
                .map(line -> new PriceList.Problem(line, "there is no such product"))
                .toList());
        return locked(ids.stream().sorted().toList());
    }

    private Map<String, Product> locked(List<Long> ids) {
        Map<String, Product> products = new HashMap<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            em.createQuery("select p from Product p where p.id in :ids order by p.id", Product.class)
                    .setParameter("ids", ids.subList(from, Math.min(from + CHUNK, ids.size())))
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultStream()
                    .forEach(product -> products.put(product.slug(), product));
        }
        return products;
    }

    private void invalidate(List<Product> changed) {
        if (changed.size() > FEW) {
            invalidations.add(ProductContext.class);
        } else {
            changed.stream()
                    .sorted(Comparator.comparing(Product::id))
                    .forEach(product -> invalidations.add(ProductContext.class, Map.of("productId", product.id())));
        }
    }

    private static void refuse(List<PriceList.Problem> problems) {
        if (!problems.isEmpty()) {
            throw new MizanException(
                    422,
                    "PRICE_LIST_REJECTED",
                    "The price list has " + problems.size() + " bad lines; no price was changed.",
                    Map.of("lines", problems.stream().limit(SHOWN_PROBLEMS).toList()));
        }
    }
}
