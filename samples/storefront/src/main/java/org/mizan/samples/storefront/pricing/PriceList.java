package org.mizan.samples.storefront.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A price list as the supplier sends it, read line by line.
 *
 * <p>The form: {@code slug,price} per line, as in {@code halden-copper-kettle,49.90}; prices in plain decimals with a
 * point, above zero, below 100,000, in whole cents. Blank lines, lines that start with {@code #} and a first line
 * {@code slug,price} mean nothing. Lines end in LF or CRLF. Slugs need no quoting, so there is none.
 *
 * @param prices the price by slug, in the order of the list
 * @param lines the number of the line by slug, counted from 1
 * @param problems what is wrong with the list; then it must not be used
 */
record PriceList(Map<String, BigDecimal> prices, Map<String, Integer> lines, List<Problem> problems) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,2})?");

    /** What is wrong with a line. */
    public record Problem(int line, String problem) {}

    static PriceList parse(String csv) {
        Map<String, BigDecimal> prices = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        String[] rows = csv.split("\\r?\\n", -1);
        for (int i = 0; i < rows.length; i++) {
            String row = rows[i].strip();
            boolean heading = i == 0 && row.equalsIgnoreCase("slug,price");
            if (row.isEmpty() || row.startsWith("#") || heading) {
                continue;
            }
            String problem = problemOf(row, lines);
            if (problem != null) {
                problems.add(new Problem(i + 1, problem));
                continue;
            }
            int comma = row.indexOf(',');
            String slug = row.substring(0, comma).strip();
            prices.put(slug, new BigDecimal(row.substring(comma + 1).strip()).setScale(2));
            lines.put(slug, i + 1);
        }
        return new PriceList(prices, lines, problems);
    }

    private static String problemOf(String row, Map<String, Integer> seen) {
        String[] cells = row.split(",", -1);
        if (cells.length != 2) {
            return "expected slug,price";
        }
        String slug = cells[0].strip();
        String price = cells[1].strip();
        if (!SLUG.matcher(slug).matches()) {
            return "this is no slug";
        }
        if (!PRICE.matcher(price).matches()) {
            return "this is no price";
        }
        if (new BigDecimal(price).signum() == 0) {
            return "the price is zero";
        }
        return seen.containsKey(slug) ? "the same product stands in line " + seen.get(slug) : null;
    }
}
