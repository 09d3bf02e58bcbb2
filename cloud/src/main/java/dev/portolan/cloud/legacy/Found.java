package dev.portolan.cloud.legacy;

import dev.portolan.cloud.report.ArchivedReport;
import dev.portolan.cloud.report.ReportArchive;
import dev.portolan.platform.CompanyId;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds the reports that an export is about, one after the other, oldest first. */
@Component
class Found {
    private final ReportArchive archive;
    private final int mostDocuments;

    Found(ReportArchive archive, @Value("${portolan.legacy.most-documents}") int mostDocuments) {
        this.archive = archive;
        this.mostDocuments = mostDocuments;
    }

    /**
     * The reports, read from the archive as they are asked for.
     *
     * @throws BadExport if more documents would have to be read than anybody can wait for
     */
    Iterator<ArchivedReport> by(CompanyId company, ExportRequest request) {
        var matching = new Matching(request);
        var candidates = matching.candidates();
        if (matching.readsDocuments() && archive.count(company, candidates, mostDocuments) > mostDocuments)
            throw new BadExport("this search would have to read more than " + mostDocuments
                    + " reports: narrow it by report.report_date, report.id, report.uuid or a serial number");
        return new Matched(archive.read(company, candidates), matching);
    }

    private static final class Matched implements Iterator<ArchivedReport> {
        private final Iterator<ArchivedReport> candidates;
        private final Matching matching;
        private @Nullable ArchivedReport next;

        private Matched(Iterator<ArchivedReport> candidates, Matching matching) {
            this.candidates = candidates;
            this.matching = matching;
        }

        @Override
        public boolean hasNext() {
            while (next == null && candidates.hasNext()) {
                var report = candidates.next();
                if (matching.holds(report)) next = report;
            }
            return next != null;
        }

        @Override
        public ArchivedReport next() {
            if (!hasNext() || next == null) throw new NoSuchElementException();
            var report = next;
            next = null;
            return report;
        }
    }
}
