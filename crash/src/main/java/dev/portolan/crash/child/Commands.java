package dev.portolan.crash.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;

/**
 * Takes the parent's commands, one line and one answer a connection: {@code clock MILLIS}, answered by what the app now
 * takes for the time, {@code order RUNNER SUBJECT BY WHAT}, or {@code steps there|back PLAN}, answered by their names.
 */
final class Commands implements DisposableBean {
    private final Desk desk;
    private final Clock clock;
    private final ServerSocket door;

    /** Where orders are given. */
    interface Desk {
        void order(UUID runner, UUID subject, UUID by, String what);

        /** The steps of a plan: those that give back, or all others. */
        List<String> steps(String plan, boolean back);
    }

    /** @param clock the one that the app's code is given */
    Commands(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        try {
            door = new ServerSocket(Integer.getInteger("crash.port", 0), 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("commands").start(this::listen);
    }

    private void listen() {
        try {
            while (true) {
                try (var line = door.accept()) {
                    answer(line);
                }
            }
        } catch (IOException closed) {
            // the app ends
        }
    }

    private void answer(Socket line) throws IOException {
        var asked = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8)).readLine();
        String answer;
        try {
            answer = "ok " + carryOut(String.valueOf(asked).split(" "));
        } catch (RuntimeException refused) {
            answer = "refused: " + refused;
        }
        line.getOutputStream().write((answer.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String carryOut(String[] words) {
        switch (words[0]) {
            case "clock" -> {
                JumpingClock.jumpTo(Long.parseLong(words[1]));
                return clock.instant().toString();
            }
            case "order" -> {
                desk.order(UUID.fromString(words[1]), UUID.fromString(words[2]), UUID.fromString(words[3]), words[4]);
                return "";
            }
            case "steps" -> {
                return String.join(" ", desk.steps(words[2], words[1].equals("back")));
            }
            default -> throw new IllegalArgumentException("no such command: " + words[0]);
        }
    }

    @Override
    public void destroy() throws IOException {
        door.close();
    }
}
