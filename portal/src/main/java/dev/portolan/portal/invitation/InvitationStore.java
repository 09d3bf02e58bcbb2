package dev.portolan.portal.invitation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations and what they need of the people invited; every call runs bound to the tenant. */
@Component
class InvitationStore {

    /** Whom a mail goes to, and in which language. */
    record Addressee(
            String email,
            String name,
            @Nullable String language,
            boolean signedUp,
            String company,
            String companyLanguage) {}

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads the user and keeps others from inviting the same one until the commit. */
    Optional<Addressee> lockAddressee(UUID tenant, UUID user) {
        return jdbc.sql("""
                select u.email, u.name, u.language, u.password_hash is not null as signed_up,
                       t.name as company, t.language as company_language
                from app_user u
                join tenant t on t.tenant_id = u.tenant_id
                where u.tenant_id = :tenant and u.user_id = :user and not u.disabled
                for update of u
                """)
                .param("tenant", tenant)
                .param("user", user)
                .query(Addressee.class)
                .optional();
    }

    void supersedeEarlier(UUID tenant, UUID user, Instant now) {
        jdbc.sql("""
                update invitation
                set superseded_at = :now
                where tenant_id = :tenant and user_id = :user and used_at is null and superseded_at is null
                """)
                .param("now", Timestamp.from(now))
                .param("tenant", tenant)
                .param("user", user)
                .update();
    }

    void insert(UUID tenant, UUID user, Invited invited, Token token, Instant now, Instant expires) {
        jdbc.sql("""
                insert into invitation (tenant_id, invitation_id, user_id, token_hash, mail_id, invited_at, expires_at)
                values (:tenant, :id, :user, :hash, :mail, :now, :expires)
                """)
                .param("tenant", tenant)
                .param("id", invited.invitationId())
                .param("user", user)
                .param("hash", token.hash())
                .param("mail", invited.mailId())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .update();
    }

    Optional<Invitation> find(UUID tenant, Token token) {
        return jdbc.sql("""
                select i.invitation_id, i.user_id, u.email, u.name, t.name as company,
                       u.disabled or t.suspended as barred, u.password_hash is not null as signed_up,
                       i.invited_at, i.expires_at, i.used_at, i.superseded_at
                from invitation i
                join app_user u on u.tenant_id = i.tenant_id and u.user_id = i.user_id
                join tenant t on t.tenant_id = i.tenant_id
                where i.tenant_id = :tenant and i.token_hash = :hash
                """)
                .param("tenant", tenant)
                .param("hash", token.hash())
                .query(Invitation.class)
                .optional();
    }

    /** When the user's latest invitation was sent. */
    Instant latest(UUID tenant, UUID user) {
        return jdbc.sql("select max(invited_at) from invitation where tenant_id = :tenant and user_id = :user")
                .param("tenant", tenant)
                .param("user", user)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** Uses the invitation; false where it is not open any more, or another request was quicker. */
    boolean use(UUID tenant, Invitation invitation, Instant now) {
        return jdbc.sql("""
                update invitation
                set used_at = :now
                where tenant_id = :tenant and invitation_id = :id
                  and used_at is null and superseded_at is null and expires_at > :now
                """)
                        .param("now", Timestamp.from(now))
                        .param("tenant", tenant)
                        .param("id", invitation.invitationId())
                        .update()
                == 1;
    }

    void setPassword(UUID tenant, UUID user, String hash, Instant now) {
        jdbc.sql("""
                update app_user
                set password_hash = :hash, signed_up_at = :now, version = version + 1
                where tenant_id = :tenant and user_id = :user
                """)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .param("tenant", tenant)
                .param("user", user)
                .update();
    }

    List<Invitee> invitees(UUID tenant) {
        return jdbc.sql("""
                select u.user_id, u.email, u.name, r.name as role, r.predefined as predefined_role, i.invited_at,
                       m.state as mail, m.refusal, u.signed_up_at, u.first_signed_in_at
                from app_user u
                join role r on r.tenant_id = u.tenant_id and r.role_id = u.role_id
                left join lateral (
                    select invited_at, mail_id
                    from invitation
                    where tenant_id = u.tenant_id and user_id = u.user_id
                    order by invited_at desc, invitation_id desc
                    limit 1) i on true
                left join mail m on m.company_id = u.tenant_id and m.mail_id = i.mail_id
                where u.tenant_id = :tenant and not u.disabled
                order by u.name, u.email
                """).param("tenant", tenant).query(Invitee.class).list();
    }
}
