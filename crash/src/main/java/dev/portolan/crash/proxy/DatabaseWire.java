package dev.portolan.crash.proxy;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The wire between one node and its database. It reads PostgreSQL's messages (a letter, a length, the rest) in both
 * directions; sessions must not be encrypted.
 */
public final class DatabaseWire implements AutoCloseable {
    private static final int BUFFER = 64 << 10;

    private final String node;
    private final int to;
    private final ServerSocket door;
    private volatile DatabaseTap tap = DatabaseTap.OPEN;

    /**
     * @param node who uses it
     * @param to the server's port on the loopback address
     */
    public DatabaseWire(String node, int to) {
        this.node = node;
        this.to = to;
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void tap(DatabaseTap next) {
        tap = next;
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var near = door.accept();
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket near) {
        try {
            var far = new Socket(InetAddress.getLoopbackAddress(), to);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            var session = new Session(node);
            Thread.ofVirtual().start(() -> answers(session, far, near));
            requests(session, near, far);
        } catch (IOException serverIsDown) {
            close(near);
        }
    }

    private void requests(Session session, Socket from, Socket into) {
        try (from;
                into) {
            var in = new DataInputStream(new BufferedInputStream(from.getInputStream(), BUFFER));
            var out = new BufferedOutputStream(into.getOutputStream(), BUFFER);
            greet(in, out);
            while (true) {
                var message = Message.read(in);
                follow(session, message);
                boolean counts = message.type() == 'B' || message.type() == 'Q' || message.type() == 'd';
                if (!pass(message, counts ? tap.statement(session) : Passage.PASS, out)) return;
                if (in.available() == 0) out.flush();
            }
        } catch (IOException closed) {
            // one end has gone
        }
    }

    private static void follow(Session session, Message message) {
        switch (message.type()) {
            case 'P' -> session.parsed(message.field(0), message.field(1));
            case 'B' -> session.executed(message.field(1));
            case 'Q' -> session.sent(message.field(0));
            default -> {}
        }
    }

    /** The first message has no letter. */
    private static void greet(DataInputStream in, OutputStream out) throws IOException {
        int length = in.readInt();
        var rest = in.readNBytes(length - 4);
        out.write(ByteBuffer.allocate(length).putInt(length).put(rest).array());
        out.flush();
    }

    private void answers(Session session, Socket from, Socket into) {
        try (from;
                into) {
            var in = new DataInputStream(new BufferedInputStream(from.getInputStream(), BUFFER));
            var out = new BufferedOutputStream(into.getOutputStream(), BUFFER);
            while (true) {
                var message = Message.read(in);
                if (message.type() == 'K') session.servedBy(message.firstInt());
                boolean commit = message.type() == 'C' && message.text().startsWith("COMMIT");
                if (!pass(message, commit ? tap.committed(session) : Passage.PASS, out)) return;
                // 'Z' says that the server waits for the next statement; 'I' that no transaction is open.
                if (message.type() == 'Z' && message.body()[0] == 'I') session.ended();
                if (in.available() == 0) out.flush();
            }
        } catch (IOException closed) {
            // one end has gone
        }
    }

    private static boolean pass(Message message, Passage passage, OutputStream out) throws IOException {
        switch (passage) {
            case PASS -> message.write(out, message.body().length);
            case CUT -> {}
            case CUT_IN_THE_MIDDLE -> {
                message.write(out, message.body().length / 2);
                out.flush();
            }
        }
        return passage == Passage.PASS;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A letter and what follows its length. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    private record Message(char type, byte[] body) {

        static Message read(DataInputStream in) throws IOException {
            char type = (char) in.readUnsignedByte();
            int length = in.readInt();
            var body = in.readNBytes(length - 4);
            if (body.length != length - 4) throw new IOException("ended in a message");
            return new Message(type, body);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** One of the texts that the message begins with, each ended by a zero byte. */
        String field(int number) {
            int from = 0;
            for (int skipped = 0; skipped < number; skipped++) from = end(from) + 1;
            return new String(body, from, end(from) - from, StandardCharsets.UTF_8);
        }

        private int end(int from) {
            int at = from;
            while (body[at] != 0) at++;
            return at;
        }

        int firstInt() {
            return ByteBuffer.wrap(body).getInt();
        }

        void write(OutputStream out, int bytes) throws IOException {
            out.write(type);
            out.write(ByteBuffer.allocate(4).putInt(body.length + 4).array());
            out.write(body, 0, bytes);
        }
    }
}
