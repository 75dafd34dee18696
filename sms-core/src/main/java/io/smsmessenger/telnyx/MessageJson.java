package io.smsmessenger.telnyx;

import io.smsmessenger.model.Content;
import io.smsmessenger.provider.OutboundSms;
import io.smsmessenger.text.Texts;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;

/** The body of {@code POST /messages}. */
final class MessageJson {
    private static final int USUAL_SIZE = 512;

    private MessageJson() {}

    static byte[] write(OutboundSms sms) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringProperty("from", sms.from().value());
            json.writeStringProperty("to", Texts.clean(sms.to().value()));
            writeContent(json, sms.content());
            json.writeStringProperty("messaging_profile_id", Texts.clean(sms.providerProfileId()));
            if (sms.statusUrl() != null) {
                json.writeStringProperty("webhook_url", sms.statusUrl().toString());
                // The profile's address is a second chance to hear of it; the same event twice changes nothing.
                json.writeBooleanProperty("use_profile_webhooks", true);
            }
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void writeContent(JsonGenerator json, Content content) {
        if (!content.text().isEmpty()) {
            json.writeStringProperty("text", Texts.clean(content.text()));
        }
        if (!content.media().isEmpty()) {
            json.writeStringProperty("type", "MMS");
            json.writeName("media_urls");
            json.writeStartArray();
            content.media().forEach(media -> json.writeString(media.toString()));
            json.writeEndArray();
        }
    }
}
