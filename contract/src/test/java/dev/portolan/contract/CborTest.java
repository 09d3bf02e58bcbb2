package dev.portolan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CborTest {
    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final Instant Y2K = Instant.parse("2000-01-01T00:00:00Z");
    private static final TransferTry ORDER = new TransferTry(ID, ID, 3);

    @Test
    void a_message_comes_back_as_it_was_sent() {
        var rest = new RestProvision(
                ORDER,
                List.of(new RestProvision.Workflow(
                        ID, "Wipe & verify ä", "<x/>", Instant.parse("2026-01-02T03:04:05.678901Z"))),
                null,
                List.of(new RestProvision.Pool(
                        ID,
                        "p",
                        "n",
                        LocalDate.of(2027, 2, 28),
                        Instant.EPOCH,
                        new BigDecimal("12.5000"),
                        BigDecimal.ONE)),
                List.of());

        assertThat(Cbor.read(Cbor.write(rest), RestProvision.class)).isEqualTo(rest);
    }

    @Test
    void ids_travel_as_byte_strings_and_the_bytes_of_a_message_do_not_change() {
        assertThat(HexFormat.of().formatHex(Cbor.write(ORDER))).isEqualTo(GOLDEN);
    }

    @Test
    void a_batch_is_a_sequence_of_its_header_and_the_bytes_of_its_rows() {
        var batch = Cbor.readBatch(Cbor.write(TWO));
        var rows = batch.tuples();

        assertThat(batch.header()).isEqualTo(TWO.header());
        assertThat(rows.next()).isTrue();
        assertThat(rows.document()).isEqualTo(new UUID(0, 1));
        assertThat(rows.receivedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678901Z"));
        assertThat(rows.serials())
                .extracting(serial ->
                        new String(rows.bytes(), serial.from(), serial.to() - serial.from(), StandardCharsets.UTF_8))
                .containsExactly("s1", "ä");
        assertThat(rows.next()).isTrue();
        assertThat(rows.document()).isEqualTo(new UUID(0, 2));
        assertThat(rows.digest()).isEqualTo(new byte[32]);
        assertThat(rows.dictionary()).isEqualTo(7);
        assertThat(rows.next()).isFalse();
    }

    @Test
    void a_batch_cut_short_anywhere_is_refused() {
        var bytes = Cbor.write(TWO);
        for (int cut = 0; cut < bytes.length; cut++) {
            int length = cut;
            assertThatThrownBy(() -> Cbor.readBatch(Arrays.copyOf(bytes, length)))
                    .isInstanceOf(Cbor.Unreadable.class);
        }
    }

    @Test
    void rows_that_are_none_are_refused() {
        assertThatThrownBy(() -> new ReportBatch(new ReportBatch.Header(ORDER, 7, 3), TWO.rows()))
                .isInstanceOf(Cbor.Unreadable.class);
        var longer = Arrays.copyOf(TWO.rows(), TWO.rows().length);
        longer[2] = 0x7f; // the length of the first field
        assertThatThrownBy(() -> new ReportBatch(TWO.header(), longer)).isInstanceOf(Cbor.Unreadable.class);
    }

    @Test
    void rubbish_is_refused() {
        assertThatThrownBy(() -> Cbor.read(new byte[] {1, 2, 3}, TransferTry.class))
                .isInstanceOf(Cbor.Unreadable.class);
        assertThatThrownBy(() -> Cbor.read(Cbor.write(new TransferTryLike(ID, ID, 0)), TransferTry.class))
                .isInstanceOf(Cbor.Unreadable.class);
    }

    @Test
    void a_root_does_not_depend_on_the_order_but_on_every_byte() {
        var one = new ProvedReport(new UUID(0, 1), new byte[32], new byte[32], Instant.EPOCH, new byte[32]);
        var two = new ProvedReport(new UUID(0, 2), new byte[32], new byte[32], Instant.EPOCH, new byte[32]);
        var other = new ProvedReport(
                new UUID(0, 2), Arrays.copyOf(new byte[] {1}, 32), new byte[32], Instant.EPOCH, new byte[32]);

        assertThat(ProofRoot.of(List.of(one, two))).isEqualTo(ProofRoot.of(List.of(two, one)));
        assertThat(ProofRoot.of(List.of(one, two))).isNotEqualTo(ProofRoot.of(List.of(one, other)));
    }

    private record TransferTryLike(UUID tenant, UUID transfer, long epoch) {}

    private static final ReportBatch TWO = new ReportBatch(new ReportBatch.Header(ORDER, 7, 2), rows());

    /** Two rows as PostgreSQL's binary COPY writes them. */
    private static byte[] rows() {
        var bytes = ByteBuffer.allocate(1_000);
        for (int n = 1; n <= 2; n++) {
            bytes.putShort((short) ReportTuples.FIELDS);
            bytes.putInt(16).putLong(0).putLong(n);
            bytes.putInt(8)
                    .putLong(Duration.between(Y2K, Instant.parse("2026-01-02T03:04:05.678901Z"))
                                    .toNanos()
                            / 1_000);
            bytes.putInt(32).put(new byte[32]);
            for (int field = 3; field < 20; field++) bytes.putInt(-1);
            bytes.putInt(4).putInt(7);
            bytes.putInt(2).put((byte) n).put((byte) n);
            bytes.putInt(0);
            serials(bytes, "s" + n, "ä");
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** An array as PostgreSQL sends it: dimensions, whether it has nulls, the elements' type, length and lower bound. */
    private static void serials(ByteBuffer bytes, String... serials) {
        int start = bytes.position();
        bytes.putInt(0).putInt(1).putInt(0).putInt(25).putInt(serials.length).putInt(1);
        for (var serial : serials) {
            var utf8 = serial.getBytes(StandardCharsets.UTF_8);
            bytes.putInt(utf8.length).put(utf8);
        }
        bytes.putInt(start, bytes.position() - start - 4);
    }

    private static final String GOLDEN =
            "bf6674656e616e74500198c0de000070008000000000000001687472616e73666572500198c0de0000700080000000000000016565706f636803ff";
}
