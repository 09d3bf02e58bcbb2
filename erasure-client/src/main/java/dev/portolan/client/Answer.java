package dev.portolan.client;

import tools.jackson.databind.JsonNode;

/** What the service answered, not necessarily what was hoped for. */
record Answer(int status, JsonNode body) {

    /** The body of a success; @throws Refused for every other status */
    JsonNode accepted() throws Refused {
        if (status / 100 == 2) return body;
        throw new Refused(Problem.of(status, body));
    }
}
