package dev.portolan.upgrade.stagetwo;

import dev.portolan.contract.ProofAnswer;
import dev.portolan.contract.ProvedReport;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares reports one by one; what the Portal has only the bytes of, by its bytes. */
public final class ReportComparison {
    private final Map<UUID, ProvedReport> ought = new LinkedHashMap<>();
    private final Map<UUID, ProvedReport> compared = new HashMap<>();
    private final Differences differences = new Differences();

    private ReportComparison(List<ProvedReport> here) {
        here.forEach(report -> ought.put(report.document(), report));
    }

    public static ReportComparison of(List<ProvedReport> here, ProofAnswer there) {
        var comparison = new ReportComparison(here);
        var found = new HashSet<UUID>();
        for (var report : there.reports()) {
            if (!found.add(report.document())) comparison.differs("report_doubled", report);
            comparison.compare(comparison.ought.get(report.document()), report);
        }
        for (var report : here) if (!found.contains(report.document())) comparison.differs("report_missing", report);
        if (there.elsewhere() != null)
            there.elsewhere().forEach(copy -> comparison.differences.add("report_elsewhere", copy.toString()));
        return comparison;
    }

    private void compare(@Nullable ProvedReport here, ProvedReport there) {
        if (here == null) differs("report_not_asked", there);
        else if (there.isDamaged()) differs("report_damaged", there);
        else if (!Arrays.equals(here.digest(), there.digest())) differs("report_bytes", there);
        else if (there.isBytesOnly()) compared.put(here.document(), here.bytesOnly());
        else if (!Arrays.equals(here.entryDigest(), there.entryDigest())) differs("report_entry", there);
        else if (!Arrays.equals(here.columns(), there.columns())) differs("report_columns", there);
    }

    private void differs(String code, ProvedReport report) {
        differences.add(code, report.document().toString());
    }

    /** Codes and documents; empty where nothing differs. */
    public Differences differences() {
        return differences;
    }

    /** What was compared, as this side has it: the root over it is the root over the Portal's answer. */
    List<ProvedReport> compared() {
        return ought.values().stream()
                .map(report -> compared.getOrDefault(report.document(), report))
                .toList();
    }
}
