package org.mizan.it.app.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Set;

/** Two people, whose passwords are their names backwards. */
@ApplicationScoped
public class Accounts implements IdentityStore {
    private static final Map<String, String> ROLES = Map.of("ada", "user", "root", "admin");

    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        var name = credential.getCaller();
        var password = new StringBuilder(name).reverse().toString();
        return ROLES.containsKey(name) && credential.compareTo(name, password)
                ? new CredentialValidationResult(name, Set.of(ROLES.get(name)))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
