package io.smsmessenger.telnyx;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON within limits that no honest Telnyx document reaches. Problems are thrown as Jackson's unchecked exceptions. */
final class Json {
    /** Largest document, in bytes; a webhook has some two thousand. */
    static final int MAX_BYTES = 256 * 1024;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(64 * 1024)
                    .maxNumberLength(64)
                    .maxNameLength(256)
                    .maxDocumentLength(MAX_BYTES)
                    .build())
            .build();

    /** Amounts of money must not pass through binary fractions. */
    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    static JsonNode tree(byte[] document) {
        return MAPPER.readTree(document);
    }

    static JsonParser parser(byte[] document) {
        return FACTORY.createParser(ObjectReadContext.empty(), document);
    }

    static JsonGenerator generator(OutputStream out) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    }
}
