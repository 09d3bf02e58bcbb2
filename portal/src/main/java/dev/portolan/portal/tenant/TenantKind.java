package dev.portolan.portal.tenant;

/** What a managed company is. */
enum TenantKind {
    PARTNER,
    CUSTOMER
}
