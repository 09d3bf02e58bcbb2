package dev.portolan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CborTest {
    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
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
    void a_batch_is_a_sequence_of_its_header_and_rows() {
        var bytes = Cbor.write(new ReportBatch(new ReportBatch.Header(ORDER, 7, 2), List.of(row(1), row(2))));
        var batch = Cbor.readBatch(bytes);

        assertThat(batch.header()).isEqualTo(new ReportBatch.Header(ORDER, 7, 2));
        assertThat(batch.rows().get(1).body()).isEqualTo(new byte[] {2, 2});
        assertThat(batch.rows().get(0).serials()).containsExactly("s1");
    }

    @Test
    void a_batch_cut_short_is_refused() {
        var bytes = Cbor.write(new ReportBatch(new ReportBatch.Header(ORDER, 7, 2), List.of(row(1), row(2))));
        for (int cut : new int[] {1, bytes.length / 2, bytes.length - 1})
            assertThatThrownBy(() -> Cbor.readBatch(Arrays.copyOf(bytes, cut))).isInstanceOf(Cbor.Unreadable.class);
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

    private static ReportBatch.Row row(int n) {
        return new ReportBatch.Row(
                new UUID(0, n),
                Instant.EPOCH,
                "MOBILE",
                "p",
                "1",
                "ERASED",
                null,
                "s" + n,
                null,
                null,
                null,
                null,
                null,
                null,
                "{}",
                null,
                "VERIFIED",
                "NONE",
                new byte[32],
                10,
                0,
                new byte[] {(byte) n, (byte) n},
                new byte[0],
                List.of("s" + n));
    }

    private static final String GOLDEN =
            "bf6674656e616e74500198c0de000070008000000000000001687472616e73666572500198c0de0000700080000000000000016565706f636803ff";
}
