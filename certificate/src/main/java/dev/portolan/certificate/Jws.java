package dev.portolan.certificate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** Detached JSON Web Signatures (RFC 7515, appendix F) with Ed25519 (RFC 8037): header, two dots, signature. */
final class Jws {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private Jws() {}

    static String sign(byte[] content, SigningKey key) {
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", "EdDSA");
        header.put("jwk", jwk(key.open()));
        var protectedHeader = ENCODER.encodeToString(Json.MAPPER.writeValueAsBytes(header));
        return protectedHeader + ".." + ENCODER.encodeToString(key.sign(input(protectedHeader, content)));
    }

    private static Map<String, String> jwk(VerifyingKey key) {
        var jwk = new LinkedHashMap<String, String>();
        jwk.put("kty", "OKP");
        jwk.put("crv", "Ed25519");
        jwk.put("x", ENCODER.encodeToString(key.bytes()));
        return jwk;
    }

    /**
     * The key whose signature the content bears. Whether it is the right key is another question.
     *
     * @throws NotVerified if nothing or something else was signed
     */
    static VerifyingKey signer(byte[] content, String signature) {
        int dots = signature.indexOf("..");
        if (dots < 0) throw new NotVerified(NotVerified.Reason.SIGNATURE);
        var protectedHeader = signature.substring(0, dots);
        try {
            var header = Json.MAPPER.readTree(decode(protectedHeader));
            var jwk = header.path("jwk");
            if (!header.path("alg").asString("").equals("EdDSA")
                    || !jwk.path("crv").asString("").equals("Ed25519")
                    || header.has("crit")) throw new NotVerified(NotVerified.Reason.SIGNATURE);
            var key = VerifyingKey.ofBytes(decode(jwk.path("x").asString("")));
            if (!key.signed(input(protectedHeader, content), decode(signature.substring(dots + 2))))
                throw new NotVerified(NotVerified.Reason.SIGNATURE);
            return key;
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new NotVerified(NotVerified.Reason.SIGNATURE);
        }
    }

    /** Only the one encoding of the bytes is taken, so that no bit of a file can be another. */
    private static byte[] decode(String text) {
        var bytes = DECODER.decode(text);
        if (!ENCODER.encodeToString(bytes).equals(text)) throw new IllegalArgumentException("not canonical");
        return bytes;
    }

    private static byte[] input(String protectedHeader, byte[] content) {
        var begin = (protectedHeader + ".").getBytes(StandardCharsets.US_ASCII);
        var encoded = ENCODER.encode(content);
        return ByteBuffer.allocate(begin.length + encoded.length)
                .put(begin)
                .put(encoded)
                .array();
    }
}
