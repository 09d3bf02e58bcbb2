package dev.portolan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * What the messages look like on the wire is kept in {@code wire/}, so that neighbouring versions understand each other in
 * a rolling upgrade: what is there must stay, and what is added must be allowed to be missing. A new message gets its file
 * by {@code -Dwire.record=true}; the file of an old one is never changed.
 */
class WireFormTest {
    private static final Path FILES = Path.of("src/test/resources/wire");
    private static final CBORMapper CBOR = new CBORMapper();

    private static final Map<Class<?>, Object> SAMPLES = samples();

    private static Map<Class<?>, Object> samples() {
        Map<Class<?>, Object> samples = new HashMap<>();
        samples.put(UUID.class, UUID.fromString("0198c0de-0000-7000-8000-000000000001"));
        samples.put(String.class, "Text ä");
        samples.put(boolean.class, true);
        samples.put(int.class, 7);
        samples.put(Integer.class, 7);
        samples.put(long.class, 3L);
        samples.put(BigDecimal.class, new BigDecimal("12.5000"));
        samples.put(Instant.class, Instant.parse("2026-01-02T03:04:05.678901Z"));
        samples.put(LocalDate.class, LocalDate.of(2027, 2, 28));
        samples.put(byte[].class, new byte[32]);
        return samples;
    }

    static Stream<Class<? extends Record>> messages() {
        return Stream.<Class<? extends Record>>of(
                AccessQuestion.class,
                BatchReceipt.class,
                BroughtBack.class,
                CertificateCopy.class,
                CertificateLeaves.class,
                CertificatePages.class,
                Cleared.class,
                ClientSettings.class,
                CompanyAnswer.class,
                CompanyQuestion.class,
                Done.class,
                Hidden.class,
                HiddenPage.class,
                InvitationOrder.class,
                Keeping.class,
                Leavers.class,
                Outcome.class,
                PeopleProvision.class,
                Problem.class,
                ProofAnswer.class,
                ProofQuestion.class,
                Pulse.class,
                RestProvision.class,
                SettingsQuestion.class,
                TenantAccess.class,
                TenantPage.class,
                TenantProvision.class,
                Tenants.class,
                TransferBooks.class,
                TransferStock.class,
                TransferTry.class,
                TransfersQuestion.class,
                UndoFreeze.class,
                UndoOutlook.class,
                UndoPage.class,
                UndoStock.class,
                UndoTry.class,
                Withdrawal.class);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void what_the_version_before_sends_is_understood(Class<? extends Record> type) throws IOException {
        var stored = stored(type);
        var read = Cbor.read(stored, type);
        requireWithin(type.getSimpleName(), CBOR.readTree(stored), CBOR.readTree(Cbor.write(read)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void the_version_before_finds_all_that_it_knows(Class<? extends Record> type) throws IOException {
        requireWithin(type.getSimpleName(), CBOR.readTree(stored(type)), CBOR.readTree(Cbor.write(sample(type))));
    }

    private static byte[] stored(Class<? extends Record> type) throws IOException {
        var file = FILES.resolve(type.getSimpleName() + ".hex");
        if (Boolean.getBoolean("wire.record") && !Files.exists(file)) {
            Files.createDirectories(FILES);
            Files.writeString(file, HexFormat.of().formatHex(Cbor.write(sample(type))) + "\n");
        }
        assertThat(file).as("record it with -Dwire.record=true").exists();
        return HexFormat.of().parseHex(Files.readString(file).strip());
    }

    /** Everything of the old form stands in the new one, in the same type and with the same value. */
    private static void requireWithin(String at, JsonNode old, JsonNode now) {
        assertThat((Object) now.getNodeType()).as(at).isEqualTo(old.getNodeType());
        if (old.isObject())
            for (var field : old.properties()) {
                var there = now.get(field.getKey());
                assertThat((Object) there).as(at + "." + field.getKey()).isNotNull();
                requireWithin(at + "." + field.getKey(), field.getValue(), there);
            }
        else if (old.isArray()) {
            assertThat(now.size()).as(at).isEqualTo(old.size());
            for (int i = 0; i < old.size(); i++) requireWithin(at + "[" + i + "]", old.get(i), now.get(i));
        } else assertThat((Object) now).as(at).isEqualTo(old);
    }

    /** Every field filled in. */
    private static Object sample(Type type) {
        if (type instanceof ParameterizedType list) return List.of(sample(list.getActualTypeArguments()[0]));
        var plain = (Class<?>) type;
        if (SAMPLES.containsKey(plain)) return SAMPLES.get(plain);
        if (plain.isEnum()) return plain.getEnumConstants()[0];
        try {
            var parts = plain.getRecordComponents();
            var constructor = plain.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(Arrays.stream(parts)
                    .map(part -> sample(part.getGenericType()))
                    .toArray());
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalStateException("no sample of " + plain, unknown);
        }
    }
}
