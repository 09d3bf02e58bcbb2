package dev.portolan.portal.api;

import dev.portolan.web.AppLook;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says beside the endpoints themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI openApi(AppLook look, @Value("${portolan.public-url}") String publicUrl) {
        var key = new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name(KeyFilter.HEADER)
                .description("Made under Support.");
        var token = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("An erasure client's, got by enrolment.");
        return new OpenAPI()
                .info(new Info().title(look.productName() + " API").version("1"))
                .servers(List.of(new Server().url(publicUrl)))
                .components(new Components().addSecuritySchemes("key", key).addSecuritySchemes("client", token));
    }
}
