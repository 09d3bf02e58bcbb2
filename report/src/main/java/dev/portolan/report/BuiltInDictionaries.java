package dev.portolan.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The dictionaries that come with the program, by their number. A file that was ever released stays as it is for ever,
 * since bodies can only be read with it; a better dictionary is a new file, and {@link #NEWEST} moves on a release later,
 * so that a neighbouring version can read what this one writes.
 */
final class BuiltInDictionaries implements ReportDictionaries {
    /** What reports are compressed with on arrival. */
    static final int NEWEST = 1;

    private final Map<Integer, ReportDictionary> read = new ConcurrentHashMap<>();

    @Override
    public ReportDictionary dictionary(int id) {
        return read.computeIfAbsent(id, BuiltInDictionaries::read);
    }

    private static ReportDictionary read(int id) {
        try (var file = BuiltInDictionaries.class.getResourceAsStream("dictionaries/" + id + ".zstd")) {
            if (file == null) return ReportDictionaries.NONE.dictionary(id);
            return new ReportDictionary(file.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
