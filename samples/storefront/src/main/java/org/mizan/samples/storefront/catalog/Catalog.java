package org.mizan.samples.storefront.catalog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mizan.Client;
import org.mizan.GlobalContext;
import org.mizan.Param;
import org.mizan.samples.storefront.data.Rows;
import org.mizan.samples.storefront.signin.Roles;

/** The catalogue by pages, and the categories. */
@ApplicationScoped
@Transactional
public class Catalog {
    private static final int PAGE = 24;
    private static final Map<String, String> FILTERS =
            Map.of("category", "p.category.id = :category", "name", "lower(p.name) like :name escape '!'");

    @PersistenceContext
    EntityManager em;

    @Client(context = GlobalContext.class)
    public List<CategoryItem> categories() {
        Map<Long, Long> counts = new HashMap<>();
        em.createQuery("select p.category.id, count(p) from Product p group by p.category.id", Object[].class)
                .getResultStream()
                .forEach(row -> counts.put((Long) row[0], (Long) row[1]));
        return em.createQuery("select c from Category c order by c.id", Category.class).getResultList().stream()
                .map(category -> category.item(counts.getOrDefault(category.id(), 0L)))
                .toList();
    }

    /**
     * A page of the products of one category, or of all.
     *
     * @param search what the names must contain, in whichever case
     */
    @Client(context = CatalogContext.class)
    public CatalogPage catalogPage(
            @Nullable String category,
            @Param(defaultValue = "1") @Min(1) @Max(10_000) int page,
            @Nullable @Size(max = 80) String search,
            @Param(defaultValue = "NAME") CatalogSort sort) {
        Map<String, Object> filter = new HashMap<>();
        if (category != null) {
            filter.put("category", category(category).id());
        }
        if (search != null && !search.isBlank()) {
            filter.put("name", "%" + search.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        }
        long products = filtered("select count(p) from Product p", filter, "", Long.class)
                .getSingleResult();
        List<CatalogItem> items = filtered(
                        "select p from Product p join fetch p.category", filter, sort.jpql(), Product.class)
                .setFirstResult((page - 1) * PAGE)
                .setMaxResults(PAGE)
                .getResultList()
                .stream()
                .map(Product::item)
                .toList();
        return new CatalogPage(page, (int) ((products + PAGE - 1) / PAGE), products, items);
    }

    /** Takes fewer parameters than its context has, as a function may. */
    @Client(context = CatalogContext.class)
    public CatalogHeading catalogHeading(@Nullable String category) {
        return category == null
                ? new CatalogHeading("Everything", "All that we have, on many pages.")
                : category(category).heading();
    }

    /**
     * Partial: {@code category} is one of four parameters of {@code catalog}, so every page and every sorting of this
     * category is stale, and nothing else. Right, because no other page shows a category's blurb.
     */
    @RolesAllowed(Roles.ADMIN)
    @Client(affects = CatalogContext.class)
    public void describeCategory(String category, @NotBlank @Size(max = 500) String blurb) {
        category(category).describe(blurb);
    }

    /** Partial in one context, broad in another that has no parameters: {@code catalog;category=…, global}. */
    @RolesAllowed(Roles.ADMIN)
    @Client(affects = {CatalogContext.class, GlobalContext.class})
    public void renameCategory(String category, @NotBlank @Size(max = 80) String name) {
        category(category).rename(name);
    }

    /**
     * Broad, and on purpose: the parameter is not named {@code category}, because the page of <em>everything</em>
     * shows these prices too, and {@code catalog;category=…} would leave it stale.
     */
    @RolesAllowed(Roles.ADMIN)
    @Client(affects = {CatalogContext.class, ProductContext.class})
    public int discountCategory(String slug, @Min(1) @Max(90) int percent) {
        BigDecimal factor = BigDecimal.valueOf(100L - percent).movePointLeft(2);
        List<Product> products = em.createQuery(
                        "select p from Product p where p.category.id = :category order by p.id", Product.class)
                .setParameter("category", category(slug).id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        for (Product product : products) {
            product.changePrice(product.price()
                    .multiply(factor)
                    .setScale(2, RoundingMode.HALF_UP)
                    .max(new BigDecimal("0.01")));
        }
        return products.size();
    }

    Category category(String slug) {
        return em.createQuery("select c from Category c where c.slug = :slug", Category.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Rows.missing(Category.class, slug));
    }

    private <T> TypedQuery<T> filtered(String select, Map<String, Object> filter, String orderBy, Class<T> type) {
        String where = filter.keySet().stream()
                .map(FILTERS::get)
                .reduce((one, other) -> one + " and " + other)
                .map(conditions -> " where " + conditions)
                .orElse("");
        TypedQuery<T> query = em.createQuery(select + where + orderBy, type);
        filter.forEach(query::setParameter);
        return query;
    }
}
