package dev.portolan.cloud.licence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.Companies;
import dev.portolan.cloud.testing.TestCompany;
import dev.portolan.cloud.testing.TestUser;
import dev.portolan.ledger.Quantity;
import dev.portolan.web.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LicencesTest extends CloudTest {
    @Autowired
    private Licences licences;

    private TestCompany company;
    private TestUser manager;

    @BeforeEach
    void aCompany() {
        company = companies.customer();
        manager = companies.manager(company);
    }

    @Test
    void takesFromThePoolThatExpiresFirstAndSkipsTheExpiredOne() {
        companies.pool(company, Companies.PC, "5", LocalDate.of(2020, 1, 1));
        var soon = companies.pool(company, Companies.PC, "1", LocalDate.of(2099, 1, 1));
        var never = companies.pool(company, Companies.PC, "1", null);
        reserve();
        assertThat(remaining(soon)).isEqualByComparingTo("0");
        reserve();
        assertThat(remaining(never)).isEqualByComparingTo("0");
    }

    /** At the end of any mix of concurrent acts the balance is the sum of the ledger, and nothing is below zero. */
    @Test
    void concurrentActsConserveLicences() throws Exception {
        var pool = companies.pool(company, Companies.PC, "30", null);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int worker = 0; worker < 8; worker++) {
                var random = new Random(worker);
                threads.submit(() -> {
                    for (int i = 0; i < 20; i++) act(random);
                });
            }
        }
        var sums = tenancy.within(
                company.id(),
                () -> jdbc.sql("""
                select sum(case kind when 'GRANT_IN' then quantity when 'RELEASE' then quantity
                                     when 'RESERVE' then -quantity else 0 end) as remaining,
                       sum(case kind when 'RESERVE' then quantity when 'RELEASE' then -quantity
                                     when 'CONSUME' then -quantity else 0 end) as reserved,
                       (select sum(quantity) from reservation where company_id = :company and state = 'OPEN') as open
                from ledger_entry
                where company_id = :company
                """)
                        .param("company", company.id().value())
                        .query()
                        .singleRow());
        assertThat(remaining(pool)).isEqualByComparingTo((BigDecimal) sums.get("remaining"));
        var open = sums.get("open") == null ? BigDecimal.ZERO : (BigDecimal) sums.get("open");
        assertThat((BigDecimal) sums.get("reserved")).isEqualByComparingTo(open);
    }

    private void act(Random random) {
        try {
            var reservation = reserve();
            switch (random.nextInt(3)) {
                case 0 -> licences.release(company.id(), reservation, null);
                case 1 -> licences.consume(company.id(), reservation, UUID.randomUUID(), manager.id());
                default -> {}
            }
        } catch (Refusal exhausted) {
            assertThat(exhausted.code()).isEqualTo("licence_exhausted");
        }
    }

    @Test
    void aManagerReleasesAnOpenReservationOnThePage() {
        companies.pool(company, Companies.PC, "3", null);
        var reservation = reserve();
        var visitor = visitor(manager);
        assertThat(visitor.page("/licences").select("form[action$=release]")).hasSize(1);
        visitor.post("/licences/reservations/" + reservation + "/release", Map.of());
        assertThat(visitor.page("/licences").select("form[action$=release]")).isEmpty();
    }

    @Test
    void eachPoolShowsItsHistory() {
        var pool = companies.pool(company, Companies.PC, "3", null);
        licences.release(company.id(), reserve(), manager.id());
        var acts = new ArrayList<>(visitor(manager)
                .page("/licences/" + pool)
                .select("tbody tr td:nth-child(2)")
                .eachText());
        assertThat(acts).containsExactly("Released", "Reserved", "Granted");
    }

    private UUID reserve() {
        return licences.reserve(
                        company.id(),
                        new ReserveCommand(
                                Companies.PC, Quantity.ONE, UUID.randomUUID(), UUID.randomUUID(), manager.id()))
                .id();
    }

    private BigDecimal remaining(UUID pool) {
        return tenancy.within(
                company.id(),
                () -> jdbc.sql("select remaining from licence_balance where company_id = :company and pool_id = :pool")
                        .param("company", company.id().value())
                        .param("pool", pool)
                        .query(BigDecimal.class)
                        .single());
    }
}
