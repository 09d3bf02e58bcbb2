package dev.portolan.client;

import java.net.http.HttpRequest;

/** Sends a request and brings the answer, be it a refusal. */
interface Exchange {
    Answer exchange(HttpRequest request) throws Unreachable;
}
