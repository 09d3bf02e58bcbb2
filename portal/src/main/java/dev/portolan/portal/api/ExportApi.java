package dev.portolan.portal.api;

import dev.portolan.portal.report.ReportExports;
import dev.portolan.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports for programs. */
@RestController
@Tag(name = "Reports")
@SecurityRequirement(name = "key")
class ExportApi {
    private final ReportExports exports;

    ExportApi(ReportExports exports) {
        this.exports = exports;
    }

    @Operation(
            summary = "One report by its document id",
            description = "XML is the bytes received with the log entry of the receiving environment; PDF is the "
                    + "certificate, in the language of Accept-Language.")
    @GetMapping({"/v1/report/export/{uuid}", "/v1/reports/{uuid}/export"})
    ResponseEntity<byte[]> export(
            @AuthenticationPrincipal KeyHolder holder,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "XML") String format,
            Locale locale) {
        return switch (format.toUpperCase(Locale.ROOT)) {
            case "XML" -> answer(MediaType.APPLICATION_XML, exports.xml(holder.tenant(), uuid));
            case "PDF" ->
                answer(
                        MediaType.APPLICATION_PDF,
                        exports.pdf(holder.tenant(), holder.company(), uuid, locale, ZoneId.of(holder.zone())));
            default -> throw new Refusal(HttpStatus.BAD_REQUEST, "unknown_format");
        };
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] body) {
        return ResponseEntity.ok().contentType(type).body(body);
    }
}
