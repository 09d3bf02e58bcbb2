package dev.portolan.cloud.freeze;

import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.web.Refusal;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stands before every write of company data. */
@Component
public class Freeze {
    private static final Duration SHORTLY = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(60);

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final String portalUrl;
    private final String portalName;

    Freeze(
            Tenancy tenancy,
            JdbcClient jdbc,
            @Value("${portolan.portal-url}") String portalUrl,
            @Value("${portolan.product.portal}") String portalName) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.portalUrl = portalUrl;
        this.portalName = portalName;
    }

    /**
     * Takes a share lock on the company's freeze row, to the end of the running transaction, which must be bound to the
     * company. Call it before the first write of company data. It stands in the same line as a freeze, so that writers who
     * come without end cannot keep a freeze waiting; see {@link FreezeTurn}.
     *
     * @throws Refusal {@code account_read_only} (403, with {@code newEndpoint}), {@code account_frozen} or
     *     {@code restored} (503, with Retry-After)
     */
    public void share(CompanyId company) {
        if (!company.equals(Tenancy.bound()))
            throw new IllegalStateException("the transaction is not bound to company " + company);
        var state = FreezeTurn.shared(jdbc, company).orElseThrow(() -> Refusal.later("restored", LATER));
        switch (state) {
            case ACTIVE -> {}
            case READ_ONLY -> throw readOnly();
            case FROZEN, ACTIVATING -> throw Refusal.later("account_frozen", SHORTLY);
        }
    }

    private Refusal readOnly() {
        return new Refusal(
                HttpStatus.FORBIDDEN, "account_read_only", Map.of("newEndpoint", newEndpoint()), portalName, portalUrl);
    }

    /** Where erasure clients of a moved company send what they have. */
    public String newEndpoint() {
        return portalUrl + "/v1/client";
    }

    /** The company's state at this moment, for showing; it may change before the next write. */
    public FreezeState state(CompanyId company) {
        return tenancy.within(
                company,
                () -> jdbc.sql("select state from company_freeze where company_id = :company")
                        .param("company", company.value())
                        .query(FreezeState.class)
                        .single());
    }
}
