package dev.portolan.crash.proxy;

import dev.portolan.crash.proxy.HttpTap.Exchanged;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** The wire between one Cloud node and the Portal. To the Cloud it is the Portal, to the Portal it is the Cloud. */
public final class HttpWire implements AutoCloseable {
    private final String node;
    private final int to;
    private final SSLContext asCloud;
    private final SSLServerSocket door;
    private volatile HttpTap tap = HttpTap.OPEN;

    /**
     * @param node the Cloud node that uses it
     * @param to the Portal's exchange port on the loopback address
     */
    public HttpWire(String node, int to, SSLContext asPortal, SSLContext asCloud) {
        this.node = node;
        this.to = to;
        this.asCloud = asCloud;
        try {
            door = (SSLServerSocket)
                    asPortal.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            door.setNeedClientAuth(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void tap(HttpTap next) {
        tap = next;
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var near = door.accept();
                Thread.ofPlatform().daemon().start(() -> exchange(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void exchange(Socket near) {
        try (near;
                var far = asCloud.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), to)) {
            var requests = new BufferedInputStream(near.getInputStream());
            var answers = new BufferedInputStream(far.getInputStream());
            var back = new BufferedOutputStream(near.getOutputStream());
            for (var request = HttpMessage.read(requests); request != null; request = HttpMessage.read(requests)) {
                var exchanged = new Exchanged(node, request.path(), 0);
                if (!sent(exchanged, request, far)) return;
                var answer = HttpMessage.read(answers);
                if (answer == null || !answered(exchanged, answer, back)) return;
            }
        } catch (IOException closed) {
            // one end has gone
        }
    }

    private boolean sent(Exchanged exchanged, HttpMessage request, Socket far) throws IOException {
        if (tap.request(exchanged) != Passage.PASS) return false;
        var forth = new BufferedOutputStream(far.getOutputStream());
        int half = request.writeHalf(forth);
        if (tap.middle(exchanged) != Passage.PASS) return false;
        forth.write(request.body(), half, request.body().length - half);
        forth.flush();
        return true;
    }

    private boolean answered(Exchanged exchanged, HttpMessage answer, BufferedOutputStream back) throws IOException {
        switch (tap.answer(new Exchanged(node, exchanged.path(), answer.status()))) {
            case PASS -> answer.write(back);
            case CUT -> {
                return false;
            }
            case CUT_IN_THE_MIDDLE -> {
                answer.writeHalf(back);
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
