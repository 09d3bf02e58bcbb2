package dev.portolan.platform.restore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The marks of this side and of the other, and whether this side takes writes. */
public final class RestoreWatch {
    private static final Logger log = LoggerFactory.getLogger(RestoreWatch.class);
    private static final Duration FIRST_CONTACT = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private volatile CountDownLatch contact = new CountDownLatch(0);

    public RestoreWatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The row as it is.
     *
     * @param at when the newest mark was drawn
     * @param peerAt when the other side's mark was seen
     */
    public record Standing(
            Mark own,
            Instant at,
            @Nullable Mark peer,
            @Nullable Instant peerAt,
            @Nullable Closed closed,
            @Nullable Instant closedAt) {}

    public Standing standing() {
        return jdbc.sql("""
                select number, token, at, peer_number, peer_token, peer_at, closed, closed_at from restore_watch
                """).query((row, number) -> read(row)).single();
    }

    private static Standing read(ResultSet row) throws SQLException {
        var peer = row.getObject("peer_token", UUID.class);
        var closed = row.getString("closed");
        return new Standing(
                new Mark(row.getLong("number"), row.getObject("token", UUID.class)),
                row.getTimestamp("at").toInstant(),
                peer == null ? null : new Mark(row.getLong("peer_number"), peer),
                instant(row.getTimestamp("peer_at")),
                closed == null ? null : Closed.valueOf(closed),
                instant(row.getTimestamp("closed_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /**
     * Why no writes are taken, empty where they are. Of an app that expects to hear from the other side first, waits for
     * that a moment.
     */
    public Optional<Closed> closed() {
        awaitContact();
        return jdbc.sql("select closed from restore_watch where closed is not null")
                .query(Closed.class)
                .optional();
    }

    /** From now on {@link #closed} waits until the other side was asked, or could not be. */
    public void expectContact() {
        contact = new CountDownLatch(1);
    }

    /** The other side was asked, or could not be. */
    public void contacted() {
        contact.countDown();
    }

    private void awaitContact() {
        try {
            if (!contact.await(FIRST_CONTACT.toSeconds(), TimeUnit.SECONDS)) contact.countDown();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** When the app starts: closes where the database is another one than before, until the other side misses nothing. */
    public void arrive() {
        home().ifPresent(home -> {
            int moved = jdbc.sql("""
                    update restore_watch set closed = 'MOVED', closed_at = now()
                    where home <> :home and number > 0 and closed is null
                    """).param("home", home).update();
            if (moved == 1) log.warn("database moved: no writes before the other side was asked");
            jdbc.sql("update restore_watch set home = :home where home is null or number = 0 and home <> :home")
                    .param("home", home)
                    .update();
        });
    }

    /** Empty where the database does not tell an ordinary role; then restores are noticed by the marks alone. */
    private Optional<String> home() {
        try {
            return jdbc.sql("""
                    select s.system_identifier || '/' || c.timeline_id || '/' || d.oid
                    from pg_control_system() s, pg_control_checkpoint() c, pg_database d
                    where d.datname = current_database()
                    """).query(String.class).optional();
        } catch (DataAccessException notTold) {
            return Optional.empty();
        }
    }

    /**
     * Judges this side by what the other remembers of it.
     *
     * @param remembered the greatest mark the other side has seen, null for none
     * @return false where this side does not have it: then it is closed
     */
    public boolean judge(@Nullable Mark remembered) {
        var own = standing().own();
        if (remembered == null || own.follows(remembered)) {
            settleIn();
            return true;
        }
        if (close(Closed.BEHIND))
            log.error("restored from a backup: own mark {}, the other side remembers {}", own, remembered);
        return false;
    }

    /** The other side misses nothing here: wherever the database is now, it is the one it was. */
    private void settleIn() {
        if (jdbc.sql("select closed from restore_watch where closed = 'MOVED'")
                .query(String.class)
                .optional()
                .isEmpty()) return;
        var home = home().orElse(null);
        jdbc.sql("update restore_watch set closed = null, closed_at = null, home = :home where closed = 'MOVED'")
                .param("home", home)
                .update();
        log.info("the other side misses nothing: writes are taken");
    }

    /**
     * Remembers a mark of the other side, if it is the greatest seen.
     *
     * @return false where it is not, so that what came with it may be older than what is known
     */
    public boolean learn(Mark of) {
        return mark(jdbc.sql("""
                update restore_watch set peer_number = :number, peer_token = :token, peer_at = now()
                where peer_number is null or peer_number < :number
                """), of).update() == 1;
    }

    /**
     * What the other side says of itself, with a mark. Closes for its sake, and opens again once it says by a newer mark that
     * it is open: a message that was on its way when both were opened must not close one of them for good.
     */
    public void hear(@Nullable Mark mark, boolean otherIsClosed) {
        boolean news = mark != null && learn(mark);
        if (otherIsClosed) close(Closed.PEER);
        else if (news
                && jdbc.sql("update restore_watch set closed = null, closed_at = null where closed = 'PEER'")
                                .update()
                        == 1) log.info("the other side takes writes: so does this one");
    }

    /** Draws the next mark, unless closed; answers the newest one. */
    public Mark advance() {
        jdbc.sql("""
                update restore_watch set number = number + 1, token = gen_random_uuid(), at = now() where closed is null
                """).update();
        return standing().own();
    }

    /**
     * Takes no writes from now on. That a side was restored itself is kept, whatever else is said later.
     *
     * @return false where it was closed for that or a graver reason already
     */
    public boolean close(Closed why) {
        boolean changed = jdbc.sql("""
                update restore_watch
                set closed = :why, closed_at = case when closed is null then now() else closed_at end
                where closed is null or closed = 'MOVED' or closed <> 'BEHIND' and :why = 'BEHIND'
                """).param("why", why.name()).update() == 1;
        if (changed) log.warn("no writes are taken: {}", why);
        return changed;
    }

    /** Of a side that was compared: draws a mark beyond all that was ever seen of it, so that none is missed any more. */
    public Mark surpass(@Nullable Mark remembered) {
        jdbc.sql("""
                update restore_watch
                set number = greatest(number, :remembered) + 1, token = gen_random_uuid(), at = now()
                """)
                .param("remembered", remembered == null ? 0 : remembered.number())
                .update();
        return standing().own();
    }

    /** Both sides were compared: forgets what was remembered of a lost history, and takes writes again. */
    public void open(Mark of) {
        mark(jdbc.sql("""
                update restore_watch
                set peer_number = :number, peer_token = :token, peer_at = now(), closed = null, closed_at = null,
                    home = :home
                """).param("home", home().orElse(null)), of).update();
        log.info("both sides were compared: writes are taken");
    }

    private static StatementSpec mark(StatementSpec statement, Mark mark) {
        return statement.param("number", mark.number()).param("token", mark.token());
    }
}
