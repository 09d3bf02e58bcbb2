package dev.portolan.cloud.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cloud.CloudSchema;
import dev.portolan.platform.restore.Closed;
import dev.portolan.platform.restore.Mark;
import dev.portolan.platform.restore.RestoreWatch;
import dev.portolan.postgres.App;
import dev.portolan.postgres.PostgresServer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Marks of one side, on PostgreSQL and as the app's ordinary role. */
class RestoreWatchTest {
    private JdbcClient jdbc;
    private RestoreWatch watch;

    @BeforeEach
    void freshDatabase() {
        var database = PostgresServer.forTests().migrated(App.CLOUD, CloudSchema::migrate);
        jdbc = JdbcClient.create(database.userDataSource());
        watch = new RestoreWatch(jdbc);
        watch.arrive();
    }

    @Test
    void what_the_other_side_may_remember_of_a_whole_history_is_no_restore() {
        var first = watch.advance();
        var second = watch.advance();
        assertThat(watch.judge(null)).isTrue();
        assertThat(watch.judge(first)).isTrue();
        assertThat(watch.judge(second)).isTrue();
        assertThat(watch.closed()).isEmpty();
    }

    @Test
    void a_greater_mark_is_of_a_history_that_is_lost() {
        var own = watch.advance();
        assertThat(watch.judge(new Mark(own.number() + 1, UUID.randomUUID()))).isFalse();
        assertThat(watch.closed()).hasValue(Closed.BEHIND);
    }

    @Test
    void the_same_number_of_another_history_is_a_restore_too() {
        var own = watch.advance();
        assertThat(watch.judge(new Mark(own.number(), UUID.randomUUID()))).isFalse();
        assertThat(watch.closed()).hasValue(Closed.BEHIND);
    }

    @Test
    void who_was_restored_draws_no_mark_and_so_never_catches_up() {
        var own = watch.advance();
        watch.judge(new Mark(own.number() + 2, UUID.randomUUID()));
        for (int i = 0; i < 5; i++) assertThat(watch.advance()).isEqualTo(own);
        assertThat(watch.judge(own)).isTrue();
        assertThat(watch.closed()).as("only a comparison opens").hasValue(Closed.BEHIND);
    }

    @Test
    void the_gravest_reason_stays() {
        assertThat(watch.close(Closed.ASKED)).isTrue();
        assertThat(watch.close(Closed.PEER)).isFalse();
        assertThat(watch.closed()).hasValue(Closed.ASKED);
        assertThat(watch.close(Closed.BEHIND)).isTrue();
        assertThat(watch.close(Closed.PEER)).isFalse();
        assertThat(watch.closed()).hasValue(Closed.BEHIND);
    }

    @Test
    void what_is_closed_for_the_other_sides_sake_opens_when_that_says_by_a_newer_mark_that_it_is_open() {
        var old = new Mark(4, UUID.randomUUID());
        watch.hear(old, true);
        assertThat(watch.closed()).hasValue(Closed.PEER);
        watch.hear(old, false);
        assertThat(watch.closed()).as("it was on its way before").hasValue(Closed.PEER);
        watch.hear(new Mark(5, UUID.randomUUID()), false);
        assertThat(watch.closed()).isEmpty();
        watch.close(Closed.BEHIND);
        watch.hear(new Mark(6, UUID.randomUUID()), false);
        assertThat(watch.closed()).as("its own reason stays").hasValue(Closed.BEHIND);
    }

    @Test
    void another_database_is_closed_until_the_other_side_misses_nothing() {
        var own = watch.advance();
        jdbc.sql("update restore_watch set home = 'another'").update();
        watch.arrive();
        assertThat(watch.closed()).hasValue(Closed.MOVED);
        assertThat(watch.judge(own)).isTrue();
        assertThat(watch.closed()).isEmpty();
        watch.arrive();
        assertThat(watch.closed()).isEmpty();
    }

    @Test
    void another_database_that_misses_something_stays_closed() {
        var own = watch.advance();
        jdbc.sql("update restore_watch set home = 'another'").update();
        watch.arrive();
        watch.judge(new Mark(own.number() + 1, UUID.randomUUID()));
        assertThat(watch.closed()).hasValue(Closed.BEHIND);
    }

    @Test
    void only_greater_marks_of_the_other_side_are_learned_until_it_was_compared() {
        var greatest = new Mark(7, UUID.randomUUID());
        watch.learn(greatest);
        watch.learn(new Mark(6, UUID.randomUUID()));
        watch.learn(new Mark(7, UUID.randomUUID()));
        assertThat(watch.standing().peer()).isEqualTo(greatest);
        var compared = new Mark(3, UUID.randomUUID());
        watch.open(compared);
        assertThat(watch.standing().peer()).isEqualTo(compared);
        assertThat(watch.closed()).isEmpty();
    }

    @Test
    void who_was_compared_surpasses_what_was_ever_seen_of_it() {
        var remembered = new Mark(41, UUID.randomUUID());
        watch.judge(remembered);
        assertThat(watch.surpass(remembered).number()).isEqualTo(42);
        assertThat(watch.judge(remembered)).isTrue();
    }
}
