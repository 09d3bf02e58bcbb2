package dev.portolan.web;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Where a reader stands in a list, and the links that lead on from there. Filters, order and page size live in the
 * address, so a list can be kept and sent as a link. The fragments of {@code web/list.html} show it.
 *
 * @param path the list's address without query
 * @param query the parameters that hold: filters, {@code sort} and {@code size}; absent ones are not in it
 * @param page from 1
 * @param size rows a page
 * @param found how many rows match; where there are more than counted, the number counted
 * @param capped whether there are more than {@code found}
 */
public record Listing(String path, Map<String, String> query, int page, int size, int found, boolean capped) {
    public static final List<Integer> SIZES = List.of(25, 50, 100);

    public Listing {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    /** The page asked for, at least 1 and at most {@code last}. */
    public static int page(@Nullable Integer asked, int last) {
        return asked == null ? 1 : Math.clamp(asked, 1, Math.max(1, last));
    }

    /** The size asked for, or 25 where it is none of {@link #SIZES}. */
    public static int size(@Nullable Integer asked) {
        return asked != null && SIZES.contains(asked) ? asked : SIZES.getFirst();
    }

    /** The page sizes to choose from. */
    public List<Integer> sizes() {
        return SIZES;
    }

    /** Number of the first row shown; 0 where the list is empty. */
    public int first() {
        return found == 0 ? 0 : (page - 1) * size + 1;
    }

    /** Number of the last row shown. */
    public int last() {
        return Math.min(page * size, found);
    }

    public boolean empty() {
        return found == 0;
    }

    /** The page before, null on the first. */
    public @Nullable String previous() {
        return page == 1 ? null : at(page - 1);
    }

    /** The page after, null on the last. */
    public @Nullable String next() {
        return last() >= found ? null : at(page + 1);
    }

    /** The same list in this order; where it has it already, in the opposite one. */
    public String sorted(String key) {
        return with("sort", key.equals(query.get("sort")) ? "-" + key : key);
    }

    /** What {@code aria-sort} says of the column of this key; null where the list is ordered by another. */
    public @Nullable String order(String key) {
        var sort = query.get("sort");
        if (sort == null) return null;
        return sort.equals(key) ? "ascending" : sort.equals("-" + key) ? "descending" : null;
    }

    /** The first page of the same list with the parameter set to this value. */
    public String with(String name, Object value) {
        var changed = new LinkedHashMap<>(query);
        changed.put(name, value.toString());
        return link(changed);
    }

    /** The first page of the same list without the parameter. */
    public String without(String name) {
        var changed = new LinkedHashMap<>(query);
        changed.remove(name);
        return link(changed);
    }

    private String at(int otherPage) {
        var changed = new LinkedHashMap<>(query);
        changed.put("page", Integer.toString(otherPage));
        return link(changed);
    }

    private String link(Map<String, String> parameters) {
        if (parameters.isEmpty()) return path;
        return parameters.entrySet().stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encode(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
