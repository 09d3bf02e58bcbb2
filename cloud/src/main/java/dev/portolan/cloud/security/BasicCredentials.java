package dev.portolan.cloud.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;

/** Reads Basic credentials in UTF-8 or, where they are none, in Latin-1, which much of the field still sends. */
final class BasicCredentials implements AuthenticationConverter {
    private final BasicAuthenticationConverter utf8 = new BasicAuthenticationConverter();
    private final BasicAuthenticationConverter latin1 = new BasicAuthenticationConverter();

    BasicCredentials() {
        utf8.setCredentialsCharset(StandardCharsets.UTF_8);
        latin1.setCredentialsCharset(StandardCharsets.ISO_8859_1);
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        return (isUtf8(request.getHeader(HttpHeaders.AUTHORIZATION)) ? utf8 : latin1).convert(request);
    }

    private static boolean isUtf8(@Nullable String authorization) {
        if (authorization == null || authorization.length() < 6) return true;
        try {
            var bytes = Base64.getDecoder().decode(authorization.substring(6).strip());
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (IllegalArgumentException malformed) {
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
