package dev.portolan.cloud.reconcile;

import dev.portolan.cloud.freeze.FreezeState;
import dev.portolan.migration.RestoredRuns;
import dev.portolan.migration.RestoredRuns.Found;
import dev.portolan.migration.Runs;
import dev.portolan.platform.CompanyId;
import dev.portolan.platform.Tenancy;
import dev.portolan.upgrade.stageone.RestoredStageOne;
import dev.portolan.upgrade.stagetwo.RestoredTransfers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the Cloud's side of a comparison. */
@Component
class CloudBooks {
    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final RestoredRuns restoredRuns;
    private final RestoredTransfers transfers;
    private final RestoredStageOne stageOne;
    private final Runs runs;

    CloudBooks(
            Tenancy tenancy,
            JdbcClient jdbc,
            RestoredRuns restoredRuns,
            RestoredTransfers transfers,
            RestoredStageOne stageOne,
            Runs runs) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.restoredRuns = restoredRuns;
        this.transfers = transfers;
        this.stageOne = stageOne;
        this.runs = runs;
    }

    private record Company(
            String name, String kind, @Nullable UUID parent) {}

    /** Companies that could have been moved: all that somebody signs in to, and all that a run was ordered for. */
    List<UUID> companies() {
        var all = new TreeSet<>(jdbc.sql("select distinct company_id from sign_in_directory")
                .query(UUID.class)
                .list());
        all.addAll(restoredRuns.subjects());
        return List.copyOf(all);
    }

    /** Empty where there is no such company. */
    Optional<CloudSide> read(UUID id) {
        var company = new CompanyId(id);
        return tenancy.within(
                company,
                () -> company(id).map(found -> {
                    var run = transfers.find(company);
                    return new CloudSide(
                            id,
                            found.name(),
                            run.map(Found::runnerId).orElseGet(() -> runner(id, found)),
                            freeze(id),
                            run.flatMap(this::transfer).orElse(null),
                            stageOne.stands(company),
                            undone(id));
                }));
    }

    private Optional<Company> company(UUID id) {
        return jdbc.sql("select name, kind, parent_id as parent from company where company_id = :company")
                .param("company", id)
                .query(Company.class)
                .optional();
    }

    private CloudSide.Freeze freeze(UUID id) {
        return jdbc.sql("select state, transfer_id as transfer, epoch from company_freeze where company_id = :company")
                .param("company", id)
                .query((row, number) -> new CloudSide.Freeze(
                        FreezeState.valueOf(row.getString("state")),
                        row.getObject("transfer", UUID.class),
                        row.getLong("epoch")))
                .optional()
                .orElseGet(() -> new CloudSide.Freeze(FreezeState.ACTIVE, null, 0));
    }

    private Set<UUID> undone(UUID id) {
        return jdbc.sql("select transfer_id from undo_outcome where company_id = :company and outcome = 'UNDONE'")
                .param("company", id)
                .query(UUID.class)
                .set();
    }

    private Optional<CloudSide.Transfer> transfer(Found run) {
        return runs.some(new CompanyId(run.runnerId()), List.of(run.runId())).stream()
                .findFirst()
                .map(view -> new CloudSide.Transfer(
                        run, view.phase(), view.state(), view.epoch(), "cancelled".equals(view.reasonCode())));
    }

    /** A partner's customer is moved by its partner, everybody else by itself. */
    private UUID runner(UUID id, Company company) {
        var parent = company.parent();
        if (parent == null || !company.kind().equals("CUSTOMER")) return id;
        boolean partner = tenancy.within(
                new CompanyId(parent),
                () -> company(parent)
                        .filter(one -> one.kind().equals("PARTNER"))
                        .isPresent());
        return partner ? parent : id;
    }

    /** A manager of the company, by whose order something counts whose order was lost. */
    UUID manager(UUID id) {
        return tenancy.within(
                new CompanyId(id),
                () -> jdbc.sql("""
                        select u.user_id from app_user u
                        join role r on r.company_id = u.company_id and r.role_id = u.role_id
                        where u.company_id = :company and r.predefined = 'MANAGER'
                        order by u.disabled, u.created_at, u.user_id
                        limit 1
                        """)
                        .param("company", id)
                        .query(UUID.class)
                        .optional()
                        .orElse(id));
    }
}
