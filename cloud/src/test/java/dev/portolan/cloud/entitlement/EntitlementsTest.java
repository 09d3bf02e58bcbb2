package dev.portolan.cloud.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.testing.CloudTest;
import dev.portolan.cloud.testing.TestCompany;
import dev.portolan.cloud.testing.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntitlementsTest extends CloudTest {
    private TestCompany vendor;
    private TestCompany partner;
    private TestUser manager;
    private TestUser germanManager;
    private TestUser operator;

    @BeforeEach
    void aPartnerWithTwoManagers() {
        vendor = companies.vendor();
        partner = companies.partner(vendor);
        operator = companies.manager(vendor);
        manager = companies.manager(partner);
        germanManager = companies.manager(partner);
        companies.user(partner, "BASIC_USER");
        visitor(germanManager).post("/tastes", Map.of("language", "de"));
    }

    @Test
    void everyManagerGetsOneMailInTheirLanguageWithTheLink() {
        entitle();
        entitle();
        assertThat(mails("recipient")).containsExactlyInAnyOrder(manager.email(), germanManager.email());
        assertThat(mails("subject"))
                .containsExactlyInAnyOrder(
                        "You can upgrade to Blancco Management Portal",
                        "Sie können zu Blancco Management Portal wechseln");
        assertThat(mails("body_text")).allMatch(text -> text.contains("/upgrade"));
        assertThat(mails("body_html")).allMatch(html -> html.contains("/upgrade") && !html.contains("th:text"));
    }

    @Test
    void onlyManagersOfAnEntitledCompanySeeTheBanner() {
        assertThat(banner(manager)).isEmpty();
        entitle();
        assertThat(banner(manager)).isEqualTo("Upgrade available");
        assertThat(banner(germanManager)).isEqualTo("Upgrade verfügbar");
        assertThat(banner(companies.user(partner, "BASIC_USER"))).isEmpty();
        assertThat(banner(companies.user(partner, "AUDITOR"))).isEmpty();
        assertThat(banner(operator)).isEmpty();
    }

    @Test
    void theOperatorSeesWhoIsEntitled() {
        entitle();
        var row = visitor(operator).page("/entitlements").select("tbody tr").getFirst();
        assertThat(row.text()).contains(partner.name());
        assertThat(row.select("input[disabled]")).hasSize(1);
    }

    @Test
    void nobodyElseEntitles() {
        var fields = Map.of("company", partner.id().toString());
        assertThat(visitor(manager).post("/entitlements", fields).statusCode()).isEqualTo(403);
        assertThat(visitor(companies.user(vendor, "BASIC_USER"))
                        .post("/entitlements", fields)
                        .statusCode())
                .isEqualTo(403);
    }

    private void entitle() {
        var answer = visitor(operator)
                .post("/entitlements", Map.of("company", partner.id().toString()));
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private String banner(TestUser reader) {
        return visitor(reader).page("/").select(".upgrade-banner h2").text();
    }

    private List<String> mails(String column) {
        return tenancy.within(
                partner.id(),
                () -> jdbc.sql("select * from mail where company_id = :company")
                        .param("company", partner.id().value())
                        .query((row, number) -> row.getString(column))
                        .list());
    }
}
