package org.mizan.it.app.views;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;

/** The same, each in a transaction of its own. */
@Path("transacted/{id}")
@RequestScoped
@Transactional
public class TransactedViews extends Views {}
