package dev.portolan.upgrade.customer;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an act would do to a selection.
 *
 * @param fit those it is done to
 * @param leftOut how many are left out, and why
 */
public record Plan(Act act, List<CustomerRow> fit, Map<LeftOut, Integer> leftOut) {
    public Plan {
        fit = List.copyOf(fit);
        leftOut = Map.copyOf(leftOut);
    }

    static Plan of(Act act, List<CustomerRow> selected) {
        var leftOut = new EnumMap<LeftOut, Integer>(LeftOut.class);
        for (var row : selected) {
            var why = act.leftOut(row.state());
            if (why != null) leftOut.merge(why, 1, Integer::sum);
        }
        return new Plan(
                act, selected.stream().filter(row -> act.fits(row.state())).toList(), leftOut);
    }

    public int count() {
        return fit.size();
    }

    /** The first names, for a sentence. */
    public List<String> names() {
        return fit.stream().limit(10).map(CustomerRow::name).toList();
    }

    /** Ids in one field, so that thousands travel well. */
    public String ids() {
        return fit.stream().map(row -> row.id().toString()).collect(Collectors.joining(","));
    }

    /** Those of which no manager has signed in at the Portal yet. */
    public List<CustomerRow> withoutManager() {
        return fit.stream().filter(row -> row.managersIn() == 0).toList();
    }

    public long reports() {
        return fit.stream().mapToLong(CustomerRow::reports).sum();
    }

    public BigDecimal licences() {
        return fit.stream().map(CustomerRow::licences).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
