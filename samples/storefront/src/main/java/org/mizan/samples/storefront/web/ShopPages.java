package org.mizan.samples.storefront.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The shop's own pages, beside Mizan's endpoints and untouched by them. */
@ApplicationPath("/app")
public class ShopPages extends Application {}
