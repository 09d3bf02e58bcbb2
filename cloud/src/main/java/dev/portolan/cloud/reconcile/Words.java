package dev.portolan.cloud.reconcile;

import dev.portolan.cloud.reconcile.Verdict.ActivationLost;
import dev.portolan.cloud.reconcile.Verdict.Agrees;
import dev.portolan.cloud.reconcile.Verdict.Behind;
import dev.portolan.cloud.reconcile.Verdict.CopyAgain;
import dev.portolan.cloud.reconcile.Verdict.Moved;
import dev.portolan.cloud.reconcile.Verdict.Person;
import dev.portolan.cloud.reconcile.Verdict.TenantLost;
import dev.portolan.cloud.reconcile.Verdict.Unordered;
import dev.portolan.cloud.transfer.RestoredAccounts.Unknown;
import dev.portolan.contract.Pulse;
import dev.portolan.platform.restore.RestoreWatch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says it in plain words. */
final class Words {
    private static final String RESTORED = "BEHIND";

    private Words() {}

    /** What differs. */
    static String differs(CloudSide company, Verdict verdict) {
        var here = company.freeze().state().name();
        return switch (verdict) {
            case Agrees _ -> "";
            case Behind behind -> "the Portal has seen epoch " + behind.epoch() + " of the transfer, the Cloud has not";
            case Moved moved -> "Portal: activated (epoch " + moved.order().epoch() + "); Cloud: " + here;
            case ActivationLost lost ->
                "Cloud: READ_ONLY (epoch " + lost.order().epoch() + "); Portal: "
                        + (lost.tenantStands() ? "not activated" : "no such tenant");
            case CopyAgain again ->
                "transfer under way, not decided; Cloud: " + here
                        + (again.fence() == 0 ? "; Portal: nothing of it" : "; Portal: epoch " + again.fence());
            case Unordered unordered ->
                "Portal: transfer not decided (epoch " + unordered.fence() + "); Cloud: never ordered";
            case TenantLost _ -> "Cloud: stage one done; Portal: no such tenant";
            case Person person -> person.why();
        };
    }

    /** What is done about it. */
    static String what(Verdict verdict) {
        return switch (verdict) {
            case Agrees _ -> "";
            case Behind _ -> "the next try gets a greater epoch";
            case Moved moved ->
                "the Cloud becomes read-only, its licences are taken out"
                        + (moved.completed() ? "" : "; the final comparison is made anew");
            case ActivationLost lost ->
                "the account is given back"
                        + (lost.tenantStands() ? ", the transfer begins anew" : ", stage one is done anew");
            case CopyAgain again ->
                (again.held() ? "the account is given back, " : "") + "what was copied is sent and proved anew";
            case Unordered _ -> "the next order goes on with it";
            case TenantLost _ -> "stage one is done anew, people are invited again";
            case Person _ -> "nobody writes in the Cloud until a person has looked";
        };
    }

    /** What nobody knows any more, as far as the two sides tell. */
    static List<String> lost(Verdict verdict, List<Unknown> unknown, long onlyThere) {
        if (verdict instanceof ActivationLost lost)
            return List.of("licences used in the Portal after the activation (epoch "
                    + lost.order().epoch()
                    + ") are not known any more and come back as unused; reports received there are lost");
        if (onlyThere > 0)
            return List.of(
                    onlyThere + " reports that only the Portal has are kept there, visible at once; licences they"
                            + " used are not known any more");
        return unknown.stream().map(Words::unknown).toList();
    }

    private static String unknown(Unknown one) {
        var amount = one.change().abs().stripTrailingZeros().toPlainString() + " of " + one.product();
        return one.change().signum() < 0
                ? amount + " were used or given on in the Cloud in the lost time: entered as used"
                : amount
                        + " came to the Cloud's account in the lost time, it is not known from whom: entered as granted;"
                        + " the grantor's account may still hold them";
    }

    static String cloud(RestoreWatch.Standing own, Pulse portal) {
        var closed = own.closed();
        return "Cloud   " + side(closed == null ? null : closed.name(), own.at(), portal.seenAt());
    }

    static String portal(RestoreWatch.Standing own, Pulse portal) {
        return "Portal  " + side(portal.closed(), portal.at(), own.peerAt());
    }

    private static String side(@Nullable String closed, Instant at, @Nullable Instant seenAt) {
        if (closed == null) return "takes writes";
        if (!closed.equals(RESTORED)) return "not restored as far as it knows; refuses writes";
        return "restored to about " + second(at) + "; what was written from then to "
                + (seenAt == null ? "the restore" : second(seenAt) + " and later") + " is lost; refuses writes";
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
