package org.mizan.samples.storefront.shop;

import java.time.LocalDate;

/** What every page shows of the shop itself. */
public record ShopInfo(String name, String strapline, String currency, LocalDate opened) {}
