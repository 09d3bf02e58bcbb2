package dev.portolan.certificate;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A statement as it was signed.
 *
 * @param json the statement in its canonical form (RFC 8785), which is what the signature is over
 * @param signature a detached JWS (RFC 7515, appendix F; Ed25519)
 */
public record SignedStatement(String json, String signature) {

    /** Signs. */
    public static SignedStatement of(Statement statement, SigningKey key) {
        var json = CanonicalJson.write(Json.MAPPER.valueToTree(statement));
        return new SignedStatement(new String(json, StandardCharsets.UTF_8), Jws.sign(json, key));
    }

    /** What was signed; whether the signature holds is another question. */
    public Statement statement() {
        return Json.MAPPER.readValue(json, Statement.class);
    }

    JsonNode tree() {
        return Json.MAPPER.readTree(json);
    }

    /**
     * The signer, if the signature holds.
     *
     * @throws NotVerified if it does not, or if this is no certificate of the known form
     */
    VerifyingKey signer() {
        try {
            var statement = statement();
            if (!statement.type().equals(Statement.TYPE)) throw new NotVerified(NotVerified.Reason.NO_CERTIFICATE);
        } catch (JacksonException | NullPointerException broken) {
            throw new NotVerified(NotVerified.Reason.NO_CERTIFICATE);
        }
        return Jws.signer(json.getBytes(StandardCharsets.UTF_8), signature);
    }
}
