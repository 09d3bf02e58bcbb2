package dev.portolan.demo.data;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Inserts a company's licences. */
final class LicenceStore {
    private final NamedParameterJdbcTemplate jdbc;

    LicenceStore(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(LicenceRows rows) {
        Rows.insert(jdbc, """
                insert into licence_pool (company_id, pool_id, product, name, expires_on, created_at)
                values (:companyId, :poolId, :product, :name, :expiresOn, :createdAt)
                """, rows.pools());
        Rows.insert(jdbc, """
                insert into licence_balance (company_id, pool_id, remaining, reserved)
                values (:companyId, :poolId, :remaining, :reserved)
                """, rows.balances());
        Rows.insert(jdbc, """
                insert into reservation (company_id, reservation_id, pool_id, quantity, idempotency_key, client_id, user_id,
                                         state, document_id, reserved_at, closed_at)
                values (:companyId, :reservationId, :poolId, :quantity, :idempotencyKey, :clientId, :userId,
                        :state, :documentId, :reservedAt, :closedAt)
                """, rows.reservations());
        Rows.insert(jdbc, """
                insert into ledger_entry (company_id, entry_id, pool_id, kind, quantity, reservation_id, counterpart_id,
                                          note, by_user, at)
                values (:companyId, :entryId, :poolId, :kind, :quantity, :reservationId, :counterpartId,
                        :note, :byUser, :at)
                """, rows.entries());
    }
}
