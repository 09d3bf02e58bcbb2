package dev.portolan.crash.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What must hold when stage one has ended: tenant, people, invitations and trial licences stand once. */
public final class StageOne {
    private final Sight sight;
    private final UUID company;
    private final UUID other;
    private final int mails;

    /**
     * @param other a company that had nothing to do with it
     * @param mails how many each user was to get
     */
    public StageOne(Sight sight, UUID company, UUID other, int mails) {
        this.mails = mails;
        this.sight = sight;
        this.company = company;
        this.other = other;
    }

    /** What does not hold. */
    public List<String> broken() {
        var broken = new ArrayList<String>();
        var here = sight.cloud()
                .texts(
                        "select user_id || email from app_user where company_id = ? and not disabled order by 1",
                        company);
        var there =
                sight.portal().texts("select user_id || email from app_user where tenant_id = ? order by 1", company);
        if (!here.equals(there))
            broken.add("promise 7: " + here.size() + " users in the Cloud, in the Portal " + there);
        once(broken, "tenants", "select count(*) from tenant where tenant_id = ?", 1);
        once(broken, "trial pools", "select count(*) from licence_pool where tenant_id = ? and kind = 'TRIAL'", 1);
        once(
                broken,
                "trial licences",
                "select coalesce(sum(remaining + reserved), 0)::bigint from licence_balance where tenant_id = ?",
                5);
        once(
                broken,
                "invitations in force",
                "select count(*) from invitation where tenant_id = ? and superseded_at is null",
                here.size());
        once(broken, "mails", "select count(*) from mail where company_id = ?", mails * here.size());
        broken.addAll(new NobodyElse(sight, company).check(other, false));
        return broken;
    }

    private void once(List<String> broken, String what, String sql, long expected) {
        long found = sight.portal().count(sql, company);
        if (found != expected) broken.add("stage one: " + found + " " + what + " instead of " + expected);
    }
}
