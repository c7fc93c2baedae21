package org.mizan.it.app.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;

/** Callers prove themselves with each request. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "suite")
public class Basic {}
