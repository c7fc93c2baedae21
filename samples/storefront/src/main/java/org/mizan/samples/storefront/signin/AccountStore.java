package org.mizan.samples.storefront.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** The accounts in the database, as Jakarta Security asks for them. The caller's name is the account's, its group the role. */
@ApplicationScoped
public class AccountStore implements IdentityStore {

    @PersistenceContext
    EntityManager em;

    @Inject
    Passwords passwords;

    /** Called by the container for a {@link UsernamePasswordCredential}: it looks the method up by the parameter's type. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        Account account = em.find(Account.class, credential.getCaller());
        if (account == null) {
            // As long as the other answer takes, so that the time does not tell which accounts there are.
            passwords.hash(credential.getPasswordAsString());
            return CredentialValidationResult.INVALID_RESULT;
        }
        if (!passwords.match(credential.getPassword().getValue(), account.password())) {
            return CredentialValidationResult.INVALID_RESULT;
        }
        return new CredentialValidationResult(account.name(), Set.of(account.role()));
    }
}
