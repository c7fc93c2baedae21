package org.mizan.samples.storefront.review;

import java.time.LocalDate;

/** A review in the account of its author. */
public record CustomerReview(long id, long productId, String product, int rating, String text, LocalDate written) {}
