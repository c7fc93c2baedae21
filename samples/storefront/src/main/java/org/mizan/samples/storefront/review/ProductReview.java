package org.mizan.samples.storefront.review;

import java.time.LocalDate;

/** A review on the page of its product. */
public record ProductReview(long id, String author, int rating, String text, int helpful, LocalDate written) {}
