package org.mizan.core.cache.entry;

/** Why a read was no hit. */
public enum MissReason {
    /** There was no entry. */
    ABSENT,
    /** A mutation runs on one of the scopes; what is read now is not kept. */
    MUTATING,
    /** One of its scopes was outdated after the entry was made, or its record was lost. */
    OUTDATED,
    /** The entry's time was over. */
    EXPIRED,
    /** The entry was made for other classes, or by another version of the library. */
    OTHER_SCHEMA,
    /** The entry was made for a caller with other roles. */
    OTHER_ROLES,
    /** The entry is damaged, or somebody else wrote it. */
    FORGED,
    /** Records kept changing while they were read. */
    RESTLESS,
    /** The store did not answer. */
    STORE_FAILED
}
